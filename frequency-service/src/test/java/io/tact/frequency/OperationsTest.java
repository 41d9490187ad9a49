package io.tact.frequency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class OperationsTest {
    Surroundings shop;

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
    void metricsNameNobody() {
        String ann = "ann-of-the-metrics";
        shop.customer(ann, true)
                .body(Surroundings.ask("nowhere"))
                .post("/v1/reservations")
                .then()
                .statusCode(200);

        String metrics = given().get(management.resolve("/q/metrics")).then().extract().asString();

        assertThat(metrics)
                .contains("frequency_decisions_total{decision=\"DENY\",reason=\"no-candidate\"}")
                .contains("frequency_stop_lag_seconds")
                .contains("outbox_lag_seconds")
                .doesNotContain(ann)
                .doesNotContain(shop.keyOf(ann).value());
    }
}
