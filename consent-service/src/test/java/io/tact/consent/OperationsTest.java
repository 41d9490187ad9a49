package io.tact.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.localstack.test.TestStack;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class OperationsTest {
    TestStack stack;

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

        String metrics = given().get(management.resolve("/q/metrics")).then().extract().asString();

        assertThat(metrics)
                .contains("consent_answers_total{purpose=\"marketing\",said=\"yes\"}")
                .contains("outbox_lag_seconds")
                .doesNotContain("ann-of-the-metrics");
    }
}
