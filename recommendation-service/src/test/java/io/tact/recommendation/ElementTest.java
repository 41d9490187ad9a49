package io.tact.recommendation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ElementTest {
    private static final String MODULE = "/micro-frontend/shelf.js";
    private static final int MOST_BYTES = 20_000;

    @Test
    void shelfIsAModuleThatABrowserMayCacheForAMoment() {
        given().get(MODULE)
                .then()
                .statusCode(200)
                .contentType(containsString("javascript"))
                .header("Cache-Control", containsString("max-age=300"));
    }

    @Test
    void shelfIsSmall() throws IOException {
        byte[] module = given().get(MODULE).then().extract().asByteArray();
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(module);
        }

        assertThat(packed.size()).isBetween(1_000, MOST_BYTES);
    }
}
