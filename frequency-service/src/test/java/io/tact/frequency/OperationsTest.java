package io.tact.frequency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.testkit.ServiceOperations;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class OperationsTest extends ServiceOperations {
    Surroundings shop;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Override
    protected URI management() {
        return management;
    }

    @Test
    void metricsNameNobody() {
        String ann = "ann-of-the-metrics";
        shop.customer(ann, true)
                .body(Surroundings.ask("nowhere"))
                .post("/v1/reservations")
                .then()
                .statusCode(200);

        assertThat(metrics())
                .contains("frequency_decisions_total{decision=\"DENY\",reason=\"no-candidate\"}")
                .contains("frequency_stop_lag_seconds")
                .contains("outbox_lag_seconds")
                .doesNotContain(ann)
                .doesNotContain(shop.keyOf(ann).value());
    }
}
