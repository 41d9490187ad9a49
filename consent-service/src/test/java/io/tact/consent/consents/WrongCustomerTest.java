package io.tact.consent.consents;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever proves nothing gets nothing, whatever else the request proves. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class WrongCustomerTest {
    private static final String PATH = "/v1/me/consents";
    private static final String BODY = "{\"answers\":{\"marketing\":true}}";

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    @Test
    void nobodyHasNoConsents() {
        given().get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/subject-required"));
        given().contentType(ContentType.JSON).body(BODY).post(PATH).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "wrongAudience", "foreignIssuer", "unsigned", "malformed"})
    void badAccountTokenIsAnErrorAlsoBesideAGoodVisitorToken(String flaw) {
        TestTokens tokens = stack.tokens();
        String token =
                switch (flaw) {
                    case "expired" -> tokens.expired("ann");
                    case "wrongAudience" -> tokens.wrongAudience("ann");
                    case "foreignIssuer" -> tokens.foreignIssuer("ann");
                    case "unsigned" -> tokens.unsigned("ann");
                    default -> tokens.malformed();
                };

        isRefused(given().auth().oauth2(token));
        isRefused(given().auth().oauth2(token).header("Tact-Visitor", tokens.visitor(subject())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "foreign", "unsigned", "malformed", "account", "empty"})
    void badVisitorTokenIsAnErrorAlsoBesideAGoodAccountToken(String flaw) {
        TestTokens tokens = stack.tokens();
        String token =
                switch (flaw) {
                    case "expired" -> tokens.expiredVisitor(subject());
                    case "foreign" -> tokens.foreignVisitor(subject());
                    case "unsigned" -> tokens.unsigned("ann");
                    case "account" -> tokens.customer("ann");
                    case "empty" -> "";
                    default -> tokens.malformed();
                };

        isRefused(given().header("Tact-Visitor", token));
        isRefused(given().auth().oauth2(tokens.customer("ann")).header("Tact-Visitor", token));
    }

    @Test
    void visitorTokenIsNoAccountToken() {
        isRefused(given().auth().oauth2(stack.tokens().visitor(subject())));
    }

    @Test
    void anotherCustomerSeesOnlyTheirOwn() {
        given().auth()
                .oauth2(stack.tokens().customer("ann-" + stack.topicPrefix()))
                .contentType(ContentType.JSON)
                .body(BODY)
                .post(PATH)
                .then()
                .statusCode(200);

        given().auth()
                .oauth2(stack.tokens().customer("bob-" + stack.topicPrefix()))
                .queryParam("subject", "ann-" + stack.topicPrefix())
                .get(PATH)
                .then()
                .statusCode(200)
                .body("unanswered", hasSize(6));
    }

    private static void isRefused(RequestSpecification who) {
        who.contentType(ContentType.JSON)
                .body(BODY)
                .post(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private static String subject() {
        return UUID.randomUUID().toString();
    }
}
