package io.tact.recommendation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** It bends, it does not break. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@TestProfile(WithoutBrokerTest.NoBroker.class)
@SuppressWarnings("NullAway.Init")
class WithoutBrokerTest {
    TestStack stack;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    public static class NoBroker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kafka.bootstrap.servers", "127.0.0.1:1",
                    "tact.model.ready-without-broker", "1S",
                    "tact.consent.ready-without-broker", "1S");
        }
    }

    @Test
    void becomesReadyAndAnswersWithoutPersons() {
        Eventually.get(
                "readiness in refuse mode",
                () -> given().get(management.resolve("/q/health/ready")),
                ready -> ready.statusCode() == 200);

        given().header("Tact-Visitor", stack.tokens().visitor("subject-without-a-broker"))
                .contentType("application/json")
                .body("{\"placement\":\"home.session\"}")
                .post("/v1/recommendations")
                .then()
                .statusCode(200)
                .body("rung", equalTo("none"))
                .body("items", empty());
    }

    @Test
    void feedIsTakenAndGoesOutLater() {
        given().auth()
                .oauth2(stack.tokens().staff("merchandiser"))
                .contentType("application/json")
                .body(
                        "["
                                + "{\"itemId\":\"a\",\"title\":\"A\",\"productType\":\"t\",\"category\":\"c\","
                                + "\"price\":{\"amount\":1,\"currency\":\"EUR\"},\"image\":\"/a.svg\",\"url\":\"/a\"}]")
                .put("/v1/catalogue/items")
                .then()
                .statusCode(200)
                .body("changed", equalTo(1));
    }
}
