package io.tact.consent.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class StaffTest {
    private static final String LOOKUP =
            "{\"type\":\"user_id\",\"value\":\"%s\",\"purpose\":\"marketing\",\"reason\":\"%s\"}";

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    private final String ann = "customer-" + UUID.randomUUID();
    private final String ticket = "ticket " + UUID.randomUUID();

    @Test
    void whatIsSaidIsCountedByWhatItEndsIn() {
        long before = count("identity_link", "withdrawn");
        says("{\"answers\":{\"identity_link\":true}}");
        says("{\"answers\":{\"identity_link\":false}}");

        Eventually.get(
                "one withdrawal more",
                () -> count("identity_link", "withdrawn"),
                count -> count > before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "by=minute",
                "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                "from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z"
            })
    void periodThatMakesNoSenseIsRefused(String query) {
        staff("analyst")
                .get("/v1/rates?" + query)
                .then()
                .statusCode(400)
                .body("type", endsWith("period-malformed"));
    }

    @Test
    void ledgerThatIsWellSaysSo() {
        says("{\"answers\":{\"marketing\":true}}");

        Response health =
                Eventually.get(
                        "nothing waits",
                        () -> staff("analyst").get("/v1/ledger/health"),
                        answer -> answer.jsonPath().getLong("waiting") == 0);

        health.then().statusCode(200).body("published", greaterThan(0));
        assertThat(health.jsonPath().getString("status"))
                .as("other tests forge entries in this database")
                .isIn("well", "refusing");
    }

    @Test
    void lookShowsTheEvidenceAndIsRecorded() {
        says("{\"answers\":{\"marketing\":true}}");

        Eventually.get(
                        "the evidence",
                        () -> look("privacy-officer", LOOKUP.formatted(ann, ticket)),
                        answer -> answer.extract().statusCode() == 200)
                .body("answer", equalTo("granted"))
                .body("entries[0].body", containsString(key(ann)));

        staff("privacy-officer")
                .get("/v1/lookups")
                .then()
                .statusCode(200)
                .body("lookups.find { it.reason == '" + ticket + "' }.whom", equalTo(key(ann)))
                .body(
                        "lookups.find { it.reason == '" + ticket + "' }.staff",
                        equalTo(key("staff-privacy-officer")));
    }

    @Test
    void lookAtNobodyIsRecordedAsWell() {
        look("consent-officer", LOOKUP.formatted("nobody-" + UUID.randomUUID(), ticket))
                .statusCode(200)
                .body("answer", equalTo("unanswered"));

        log().body("lookups.reason", hasItem(ticket));
    }

    @Test
    void bannersLookUpIsRecordedAsWell() {
        says("{\"answers\":{\"marketing\":true}}");

        staff("consent-officer").get("/api/c15t/subjects?externalId=" + ann).then().statusCode(200);

        log().body("lookups.whom", hasItem(key(ann)));
    }

    @Test
    void whoIsErasedIsNobodyInTheLogOfLooks() {
        says("{\"answers\":{\"marketing\":true}}");
        look("consent-officer", LOOKUP.formatted(ann, ticket));

        staff("privacy-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("identityKeys", List.of(key(ann)), "erase", "full"))
                .post("/v1/erasures")
                .then()
                .statusCode(200);

        log().body("lookups.whom", not(hasItem(key(ann))))
                .body("lookups.find { it.reason == '" + ticket + "' }.whom", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"type\":\"user_id\",\"purpose\":\"marketing\",\"reason\":\"r\"}",
                "{\"type\":\"User\",\"value\":\"a\",\"purpose\":\"marketing\",\"reason\":\"r\"}",
                "{\"type\":\"user_id\",\"value\":\" \",\"purpose\":\"marketing\",\"reason\":\"r\"}",
                "{\"type\":\"user_id\",\"value\":\"a\",\"purpose\":\"marketing\"}",
                "{\"type\":\"user_id\",\"value\":\"a\",\"purpose\":\"marketing\",\"reason\":\" \"}"
            })
    void lookWithoutWhomOrWhyIsRefused(String body) {
        int status = look("privacy-officer", body).extract().statusCode();

        assertThat(status).isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/rates, merchandiser",
        "GET, /v1/ledger/health, merchandiser",
        "GET, /v1/lookups, consent-officer",
        "GET, /v1/lookups, analyst",
        "POST, /v1/lookups, analyst",
        "POST, /v1/lookups, merchandiser"
    })
    void otherRolesAreNotEnough(String method, String path, String role) {
        String body = LOOKUP.formatted(ann, ticket);

        send(staff(role), method, path, body).statusCode(403);
        send(given().auth().oauth2(stack.tokens().customer(ann)), method, path, body)
                .statusCode(403);
        send(given(), method, path, body).statusCode(401);
        log().body("lookups.reason", not(hasItem(ticket)));
    }

    private static ValidatableResponse send(
            RequestSpecification who, String method, String path, String body) {
        return method.equals("GET")
                ? who.get(path).then()
                : who.contentType(ContentType.JSON).body(body).post(path).then();
    }

    private long count(String purpose, String answer) {
        return staff("analyst")
                .get("/v1/rates?by=hour&from=" + Instant.now().minusSeconds(7_200))
                .jsonPath()
                .getList(
                        "rates.findAll { it.purpose == '%s' && it.answer == '%s' }.count"
                                .formatted(purpose, answer),
                        Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private ValidatableResponse log() {
        return staff("privacy-officer").get("/v1/lookups").then().statusCode(200);
    }

    private ValidatableResponse look(String role, String body) {
        return staff(role).contentType(ContentType.JSON).body(body).post("/v1/lookups").then();
    }

    private void says(String body) {
        given().auth()
                .oauth2(stack.tokens().customer(ann))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/me/consents")
                .then()
                .statusCode(200);
    }

    private RequestSpecification staff(String role) {
        return given().auth().oauth2(stack.tokens().staff(role));
    }

    private String key(String userId) {
        return new IdentityKeys(stack.installationSecret()).of(Identity.customer(userId)).value();
    }
}
