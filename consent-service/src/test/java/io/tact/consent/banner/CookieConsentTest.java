package io.tact.consent.banner;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.localstack.test.TestStack;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class CookieConsentTest {
    TestStack stack;

    private final String subject = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain;charset=UTF-8", "application/json"})
    void cookieIsTakenAsItIs(String form) {
        send(visitor(), form, "'necessary','measurement'", Instant.now())
                .statusCode(204)
                .header("Consent-Seq", endsWith("=1"))
                .header("Consent-Granted", "measurement")
                .body(equalTo(""));

        mine().body("answers.measurement.answer", equalTo("granted"))
                .body("answers.marketing.answer", equalTo("refused"))
                .body("answers.functionality.answer", equalTo("refused"))
                .body("answers.experience.answer", equalTo("refused"))
                .body("unanswered", contains("identity_link", "cross_device"));
    }

    @Test
    void onlyWhatWasAskedIsRefused() {
        send(visitor().queryParam("asked", "measurement,marketing"), "'measurement'")
                .statusCode(204);

        mine().body("answers.measurement.answer", equalTo("granted"))
                .body("answers.marketing.answer", equalTo("refused"))
                .body("answers.experience", nullValue());
    }

    @Test
    void nextPageRepeatsItAndItCountsOnce() {
        Instant said = Instant.now();
        send(visitor(), "text/plain", "'marketing'", said).header("Consent-Seq", endsWith("=1"));
        send(visitor(), "text/plain", "'marketing'", said).header("Consent-Seq", endsWith("=1"));
        send(visitor(), "'necessary'").header("Consent-Seq", endsWith("=2"));

        mine().body("answers.marketing.answer", equalTo("withdrawn"));
    }

    @Test
    void repeatedAnswerIsToldWhatHoldsNow() {
        Instant said = Instant.now();
        send(visitor(), "text/plain", "'marketing'", said).header("Consent-Granted", "marketing");
        send(visitor(), "'necessary'").statusCode(204);

        send(visitor(), "text/plain", "'marketing'", said)
                .statusCode(204)
                .header("Consent-Seq", endsWith("=2"))
                .header("Consent-Granted", "");
    }

    @Test
    void privacySignalIsANoToMarketing() {
        send(visitor().header("Sec-GPC", "1"), "'marketing','measurement'")
                .statusCode(204)
                .header("Consent-Granted", "measurement");

        mine().body("answers.marketing.answer", equalTo("refused"));
    }

    @Test
    void consentIdProvesNobody() {
        send(given(), "'marketing'")
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/subject-required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | body-malformed       | nothing",
                "400 | body-malformed       | {}",
                "400 | body-malformed       | {\"categories\":[null]}",
                "400 | body-malformed       | {\"categories\":\"marketing\"}",
                "400 | body-malformed       | {\"categories\":[],\"lastConsentTimestamp\":\"yesterday\"}",
                "422 | purpose-unknown      | {\"categories\":[\"analytics\"]}",
                "422 | given-at-implausible | {\"categories\":[],\"lastConsentTimestamp\":\"2100-01-01T00:00:00.000Z\"}",
            })
    void whatCannotBeReadIsNotKept(int status, String type, String body) {
        visitor()
                .contentType("text/plain")
                .body(body)
                .post("/api/cookieconsent")
                .then()
                .statusCode(status)
                .body("type", equalTo("https://tact.dev/problems/" + type));
        mine().header("Consent-Seq", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"telepathy", "UPPER", ","})
    void unknownPurposesAreNotAskedFor(String asked) {
        send(visitor().queryParam("asked", asked), "'marketing'")
                .statusCode(422)
                .body("type", equalTo("https://tact.dev/problems/purpose-unknown"));
    }

    private ValidatableResponse send(RequestSpecification who, String accepted) {
        return send(who, "text/plain", accepted, Instant.now());
    }

    /** The cookie of vanilla-cookieconsent 3.1.0. */
    private static ValidatableResponse send(
            RequestSpecification who, String form, String accepted, Instant said) {
        String cookie =
                "{'categories':[%s],'revision':0,'data':null,'consentTimestamp':'%s','consentId':'%s','services':{'necessary':[]},'languageCode':'en','lastConsentTimestamp':'%s','expirationTime':1800000000000}"
                        .formatted(accepted, said, new UUID(1, 2), said)
                        .replace('\'', '"');
        return who.contentType(form).body(cookie).post("/api/cookieconsent").then();
    }

    private RequestSpecification visitor() {
        return given().header("Tact-Visitor", stack.tokens().visitor(subject));
    }

    private ValidatableResponse mine() {
        return visitor().get("/v1/me/consents").then().statusCode(200);
    }
}
