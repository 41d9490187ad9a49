package io.tact.consent.client.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever operates a service, or calls it, finds alike at all of them. */
public abstract class ServiceOperations {
    /** Where the service under test has its management port. */
    protected abstract URI management();

    protected final String metrics() {
        return given().get(management().resolve("/q/metrics")).then().extract().asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "live", "ready"})
    void healthIsToldOnTheManagementPort(String probe) {
        given().get(management().resolve("/q/health/" + probe))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
        given().get("/q/health/" + probe).then().statusCode(404);
    }

    @Test
    void committedContractIsWhatTheServiceSays() {
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
