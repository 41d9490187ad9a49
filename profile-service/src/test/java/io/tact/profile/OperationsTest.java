package io.tact.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class OperationsTest {
    Shop shop;
    @Inject ConsentReplica replica;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(strings = {"started", "live", "ready"})
    void healthIsToldOnTheManagementPort(String probe) {
        given().get(management.resolve("/q/health/" + probe))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
        given().get("/q/health/" + probe).then().statusCode(404);
    }

    @Test
    void readyMeansThatTheDatabaseAnswersAndConsentIsKnown() {
        given().get(management.resolve("/q/health/ready"))
                .then()
                .body("checks.name", hasItem(containsString("PostgreSQL")))
                .body("checks.name", hasItem("consent-replica"));
    }

    @Test
    void metricsSayWhatBecameOfEventsAndNameNobody() {
        Visitor ann = shop.visitor();
        shop.grant(replica, ann.key(), Purpose.MEASUREMENT);
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"page\",\"anonymousId\":\"%s\"}".formatted(ann.anonymousId()),
                "{\"type\":\"page\",\"anonymousId\":\"%s\"}"
                        .formatted(shop.visitor().anonymousId()),
                "7");

        String metrics = given().get(management.resolve("/q/metrics")).then().extract().asString();

        for (String outcome : new String[] {"kept", "refused", "not-understood"}) {
            assertThat(metrics)
                    .contains(
                            "profile_events_total{outcome=\"%s\",source=\"storefront-browser\"}"
                                    .formatted(outcome));
        }
        assertThat(metrics)
                .contains("outbox_lag_seconds")
                .doesNotContain(ann.anonymousId(), ann.key().value());
    }

    @Test
    void committedContractIsWhatTheServiceSays() throws IOException {
        Path generated = Path.of("target/openapi/openapi.yaml");
        Path committed = Path.of("contracts/openapi.yaml");

        assertThat(committed)
                .as("The API has changed. If that is meant: cp %s %s", generated, committed)
                .hasSameTextualContentAs(generated);
    }

    @Test
    void descriptionIsServedOnTheMainPort() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }
}
