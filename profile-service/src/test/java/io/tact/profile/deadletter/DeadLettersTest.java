package io.tact.profile.deadletter;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class DeadLettersTest {
    Shop shop;

    @Test
    void whoeverMendsASenderReadsWhatWasWrongAndNotWhatWasSaid() {
        Shop.with(Shop.HISTORY)
                .header("X-Request-Id", "request-of-a-sender")
                .body(
                        "{\"batch\":[{\"type\":\"track\",\"userId\":\"canary\",\"messageId\":\"m-1\",\"properties\":{\"price\":7}}]}")
                .post("/v1/batch")
                .then()
                .statusCode(200);

        read("source=history&limit=1")
                .statusCode(200)
                .body("deadLetters", hasSize(1))
                .body("deadLetters[0].reason", equalTo("event-name-missing"))
                .body("deadLetters[0].source", equalTo("history"))
                .body("deadLetters[0].requestId", equalTo("request-of-a-sender"))
                .body("deadLetters[0].shape.messageId", equalTo("m-1"))
                .body("deadLetters[0].shape.userId", equalTo("string of 6"))
                .body("deadLetters[0].shape.properties.price", equalTo("number"))
                .body(not(containsString("canary")));
    }

    @Test
    void latestComeFirstAndTheLastIdGoesOn() {
        Shop.send(Shop.SERVER, "1", "2", "3");
        int last =
                read("source=storefront-server&limit=2")
                        .body("deadLetters", hasSize(2))
                        .extract()
                        .path("deadLetters[1].id");

        read("source=storefront-server&before=" + last)
                .body("deadLetters[0].id", lessThan(last))
                .body("deadLetters.findAll { it.source != 'storefront-server' }", hasSize(0));
        read("source=nobody").body("deadLetters", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "abc", "1.5", "99999999999999999999"})
    void limitIsAPageAtMost(String limit) {
        read("limit=" + limit)
                .statusCode(400)
                .body("type", equalTo("https://tact.dev/problems/query-malformed"));
    }

    private ValidatableResponse read(String query) {
        return RestAssured.given()
                .auth()
                .oauth2(shop.stack().tokens().staff("analyst"))
                .get("/v1/dead-letters?" + query)
                .then();
    }
}
