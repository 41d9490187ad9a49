package io.tact.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is promised about one event: our own schema, and of each consumer in {@code
 * contracts/consumers} the schema under {@code $defs} that is named after the event.
 */
public record Contract(String event) {
    private static final Path FOLDER = Path.of("contracts");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    public void holdsFor(String payload, Object description) {
        for (JsonNode schema : schemas()) {
            assertThat(SCHEMAS.getSchema(schema).validate(read(payload)))
                    .as("%s against %s", description, schema.path("title").asText(event))
                    .isEmpty();
        }
    }

    public Stream<Path> examples() {
        return files(FOLDER.resolve("events/examples"))
                .filter(file -> file.getFileName().toString().startsWith(event + "."));
    }

    private List<JsonNode> schemas() {
        var schemas = new ArrayList<JsonNode>();
        schemas.add(read(text(FOLDER.resolve("events/" + event + ".schema.json"))));
        files(FOLDER.resolve("consumers"))
                .map(file -> read(text(file)).path("$defs").path(event))
                .filter(schema -> !schema.isMissingNode())
                .forEach(schemas::add);
        return schemas;
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
