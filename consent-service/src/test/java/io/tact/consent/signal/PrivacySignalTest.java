package io.tact.consent.signal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.ServiceUnderTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class PrivacySignalTest {
    @Test
    void anybodyCanReadThatTheSignalIsObeyed() {
        given().get("/.well-known/gpc.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("gpc", equalTo(true))
                .body("lastUpdate", matchesPattern("\\d{4}-\\d{2}-\\d{2}"));
    }
}
