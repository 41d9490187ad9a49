package io.tact.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tact.consent.c15t.BannerIds;
import io.tact.consent.client.testkit.ServiceOperations;
import io.tact.localstack.test.TestStack;
import java.net.URI;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Test
    void neitherMetricsNorLogsNorProblemsHoldABannersId() {
        String id = BannerIds.drawn();
        String subject = "/api/c15t/subjects/" + id;
        var logged = new Logged();
        Logger everything = Logger.getLogger("");
        everything.addHandler(logged);
        String told;
        try {
            told =
                    Stream.of(
                                    given().get(subject),
                                    given().get(subject + "1"),
                                    given().get(subject + "/more"),
                                    given().body("{")
                                            .contentType("application/json")
                                            .patch(subject),
                                    given().delete(subject),
                                    given().auth()
                                            .oauth2(stack.tokens().expired("ann"))
                                            .get(subject),
                                    given().header("Origin", "https://evil.example")
                                            .header("Access-Control-Request-Method", "PATCH")
                                            .options(subject))
                            .filter(response -> response.statusCode() != 200)
                            .map(Response::asString)
                            .collect(Collectors.joining());
        } finally {
            everything.removeHandler(logged);
        }

        assertThat(told).contains("problems").doesNotContain(id);
        assertThat(logged.text).doesNotContain(id);
        assertThat(metrics()).contains("uri=\"/api/c15t/subjects/{id}\"").doesNotContain(id);
    }

    private static final class Logged extends Handler {
        final StringBuffer text = new StringBuffer();

        @Override
        public void publish(LogRecord entry) {
            text.append(new SimpleFormatter().format(entry)).append('\n');
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
