package io.tact.localstack.importing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.localstack.importing.history.UnusableFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The addresses and secrets of a running suite, as {@code suite.json} states them (docs/suite.md).
 *
 * @param ordersKey write key of the source that sends orders
 * @param historyKey write key of the source whose word on consent is believed
 * @param folder where the suite keeps its data, which is where suite.json lies
 */
record Suite(
        URI consent,
        URI profile,
        URI recommendation,
        URI frequency,
        URI tokenUrl,
        String importerSecret,
        String ordersKey,
        String historyKey,
        Path folder) {
    static final String IMPORTER = "tact-importer";

    static Suite read(Path file) throws IOException {
        JsonNode suite = new ObjectMapper().readTree(Files.readString(file));
        return new Suite(
                service(suite, "consent-service"),
                service(suite, "profile-service"),
                service(suite, "recommendation-service"),
                service(suite, "frequency-service"),
                URI.create(text(suite, "/oidc/tokenUrl")),
                text(suite, "/oidc/clients/" + IMPORTER + "/secret"),
                text(suite, "/writeKeys/storefront-server/writeKey"),
                text(suite, "/writeKeys/history-import/writeKey"),
                requireNonNull(file.toAbsolutePath().getParent()));
    }

    private static URI service(JsonNode suite, String name) {
        return URI.create(text(suite, "/services/" + name + "/url"));
    }

    private static String text(JsonNode suite, String pointer) {
        JsonNode value = suite.at(pointer);
        if (!value.isTextual()) {
            throw new UnusableFile("suite.json has no text at " + pointer);
        }
        return value.textValue();
    }

    /** Where the storefront finds {@code <itemId>.svg}. */
    Path pictures() {
        return folder.resolve("pictures");
    }
}
