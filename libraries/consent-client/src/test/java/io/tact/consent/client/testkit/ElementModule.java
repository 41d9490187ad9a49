package io.tact.consent.client.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What holds for the module of every custom element; extended by its owner's test. */
public abstract class ElementModule {
    private static final int LEAST_BYTES = 1_000;

    private final String module;
    private final int mostBytes;

    /**
     * @param name of the file in {@code /micro-frontend}
     * @param mostBytes when packed with gzip
     */
    protected ElementModule(String name, int mostBytes) {
        this.module = "/micro-frontend/" + name;
        this.mostBytes = mostBytes;
    }

    @Test
    void elementIsAModuleThatABrowserMayCacheForAMoment() {
        given().get(module)
                .then()
                .statusCode(200)
                .contentType(containsString("javascript"))
                .header("Cache-Control", containsString("max-age=300"));
    }

    @Test
    void elementIsSmall() {
        assertThat(packedBytes(module)).isBetween(LEAST_BYTES, mostBytes);
    }

    /** Of what is served under this path, when packed with gzip. */
    protected static int packedBytes(String path) {
        byte[] text = given().get(path).then().statusCode(200).extract().asByteArray();
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.size();
    }
}
