package io.tact.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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
    void readyMeansThatTheDatabaseAnswers() {
        given().get(management.resolve("/q/health/ready"))
                .then()
                .body("checks.name", hasItem(containsString("PostgreSQL")));
    }

    @Test
    void metricsNameNobody() {
        String token = stack.tokens().customer("ann-of-the-metrics");
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"answers\":{\"marketing\":true}}")
                .post("/v1/me/consents")
                .then()
                .statusCode(200);

        assertThat(metrics())
                .contains("consent_answers_total{purpose=\"marketing\",said=\"yes\"}")
                .contains("outbox_lag_seconds")
                .doesNotContain("ann-of-the-metrics");
    }
}
