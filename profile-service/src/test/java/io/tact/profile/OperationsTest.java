package io.tact.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.consent.client.testkit.ServiceOperations;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class OperationsTest extends ServiceOperations {
    Shop shop;
    @Inject ConsentReplica replica;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Override
    protected URI management() {
        return management;
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
        Visitor ben = shop.visitor();
        shop.withdraw(replica, ben.key(), Purpose.MEASUREMENT);
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"page\",\"anonymousId\":\"%s\"}".formatted(ann.anonymousId()),
                "{\"type\":\"page\",\"anonymousId\":\"%s\"}".formatted(ben.anonymousId()),
                "{\"type\":\"page\",\"anonymousId\":\"%s\"}"
                        .formatted(shop.visitor().anonymousId()),
                "7");

        String metrics = metrics();

        for (String outcome : new String[] {"kept", "refused", "undecided", "not-understood"}) {
            assertThat(metrics)
                    .contains(
                            "profile_events_total{outcome=\"%s\",source=\"storefront-browser\"}"
                                    .formatted(outcome));
        }
        assertThat(metrics)
                .contains("outbox_lag_seconds")
                .doesNotContain(ann.anonymousId(), ann.key().value());
    }
}
