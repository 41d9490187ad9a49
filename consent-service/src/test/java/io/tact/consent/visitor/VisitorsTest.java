package io.tact.consent.visitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class VisitorsTest {
    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    @Test
    void whoeverShowsASubjectIdGetsTheTokenOfItsVisitor() throws Exception {
        String subject = UUID.randomUUID().toString();

        var visitor = visit(given(), subject).statusCode(201).extract().jsonPath();

        JwtContext token = verified(visitor.getString("token"));
        assertThat(visitor.getString("subjectId")).isEqualTo(subject);
        assertThat(visitor.getString("anonymousId")).isEqualTo(TestTokens.anonymousId(subject));
        assertThat(token.getJwtClaims().getSubject()).isEqualTo(TestTokens.anonymousId(subject));
        assertThat(token.getJoseObjects().get(0).getKeyIdHeaderValue())
                .isEqualTo(stack.visitorKeyId());
        assertThat(token.getJoseObjects().get(0).getAlgorithmHeaderValue()).isEqualTo("RS256");
        assertThat(Instant.parse(visitor.getString("expiresAt")))
                .isEqualTo(
                        Instant.ofEpochSecond(token.getJwtClaims().getExpirationTime().getValue()))
                .isCloseTo(Instant.now().plus(12, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void tokenIsBelieved() {
        String token = visit(given(), UUID.randomUUID().toString()).extract().path("token");

        given().header("Tact-Visitor", token).get("/v1/me/consents").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"subjectId\":null}"})
    void subjectIdIsMadeForWhoeverHasNone(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/visitors")
                .then()
                .statusCode(201)
                .header("Cache-Control", "private, no-store")
                .body("subjectId", matchesPattern("[A-Za-z0-9_-]{32}"));
    }

    @Test
    void renewalStaysInTheSameSession() throws Exception {
        String subject = UUID.randomUUID().toString();
        String first = visit(given(), subject).extract().path("token");

        String renewed =
                visit(given().header("Tact-Visitor", first), subject).extract().path("token");
        String another = visit(given(), subject).extract().path("token");
        String stranger =
                visit(given().header("Tact-Visitor", first), UUID.randomUUID().toString())
                        .extract()
                        .path("token");

        assertThat(session(renewed)).isEqualTo(session(first));
        assertThat(session(another)).isNotEqualTo(session(first));
        assertThat(session(stranger)).isNotEqualTo(session(first));
    }

    @Test
    void expiredTokenDoesNotRenew() {
        String subject = UUID.randomUUID().toString();

        visit(given().header("Tact-Visitor", stack.tokens().expiredVisitor(subject)), subject)
                .statusCode(401)
                .body("type", equalTo("https://tact.dev/problems/visitor-token-invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "aaaaaaaaaaaaaaaaaaaaa", "with spaces and more of them"})
    void weakSubjectIdIsRefusedAndNotRepeated(String weak) {
        String answer =
                visit(given(), weak)
                        .statusCode(422)
                        .contentType("application/problem+json")
                        .body("type", equalTo("https://tact.dev/problems/subject-id-too-weak"))
                        .extract()
                        .asString();

        assertThat(answer).doesNotContain(weak + "\"");
    }

    @Test
    void unreadableBodyIsAProblem() {
        given().contentType(ContentType.JSON)
                .body("{\"subjectId\":4711}")
                .post("/v1/visitors")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://tact.dev/problems/body-malformed"));
    }

    private static ValidatableResponse visit(RequestSpecification request, String subject) {
        return request.contentType(ContentType.JSON)
                .body("{\"subjectId\":\"" + subject + "\"}")
                .post("/v1/visitors")
                .then();
    }

    private String session(String token) throws Exception {
        return verified(token).getJwtClaims().getStringClaimValue("sid");
    }

    private JwtContext verified(String token) throws Exception {
        var keys = new JsonWebKeySet(Files.readString(stack.visitorKeysFile()));
        return new JwtConsumerBuilder()
                .setExpectedIssuer("tact-consent")
                .setExpectedAudience("tact")
                .setRequireExpirationTime()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .build()
                .process(token);
    }
}
