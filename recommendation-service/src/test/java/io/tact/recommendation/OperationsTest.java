package io.tact.recommendation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.testkit.ServiceOperations;
import io.tact.localstack.test.TestStack;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class OperationsTest extends ServiceOperations {
    TestStack stack;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Override
    protected URI management() {
        return management;
    }

    @Test
    void readyMeansThatTheLogAndTheConsentsAreRead() {
        TestShop.open(stack);

        given().get(management.resolve("/q/health/ready"))
                .then()
                .body("checks.name", hasItems("model", "consent-replica"))
                .body("checks.find { it.name == 'model' }.data.complete", equalTo(true));
    }

    @Test
    void metricsNamePromisesAndNobody() {
        Guest ann = TestShop.open(stack).customer("ann-of-the-metrics");
        ann.allows(Purpose.EXPERIENCE).asks("home.popular");

        assertThat(metrics())
                .contains(
                        "recommendation_answers_total{placement=\"home.popular\",rung=\"experience\"}")
                .contains("recommendation_model_build_seconds")
                .contains("recommendation_model_lag_seconds")
                .contains("recommendation_served_lost_total")
                .contains("outbox_lag_seconds")
                .doesNotContain("ann-of-the-metrics")
                .doesNotContain(ann.key().value());
    }

    @Test
    void everyAnswerHasARequestId() {
        given().header("X-Request-Id", "mine")
                .get("/v1/catalogue/categories")
                .then()
                .header("X-Request-Id", "mine");
    }
}
