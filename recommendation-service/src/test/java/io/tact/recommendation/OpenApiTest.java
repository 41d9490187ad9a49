package io.tact.recommendation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class OpenApiTest {
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
