package io.tact.consent.client.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is promised about one event of the service under test: its own schema, and of each
 * consumer in {@code contracts/consumers} the schema under {@code $defs} that is named after the
 * event.
 */
public record Contract(String event) {
    private static final Path FOLDER = Path.of("contracts");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** The contracts of all topics that this service owns. */
    public static Stream<Contract> all() {
        return files("events")
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".schema.json"))
                .map(name -> new Contract(name.replace(".schema.json", "")));
    }

    /**
     * @param description where the payload comes from, as it stands in the error
     */
    public void holdsFor(String payload, Object description) {
        schemas()
                .forEach(
                        schema ->
                                assertThat(SCHEMAS.getSchema(schema).validate(read(payload)))
                                        .as(
                                                "%s against %s",
                                                description, schema.path("title").asText(event))
                                        .isEmpty());
    }

    public List<Path> examples() {
        return files("events/examples")
                .filter(file -> file.getFileName().toString().startsWith(event + "."))
                .toList();
    }

    private Stream<JsonNode> schemas() {
        Stream<JsonNode> consumers =
                consumers()
                        .map(consumer -> consumer.path("$defs").path(event))
                        .filter(schema -> !schema.isMissingNode());
        return Stream.concat(
                Stream.of(json(FOLDER.resolve("events/" + event + ".schema.json"))), consumers);
    }

    /** What each consumer wrote down of what it reads. */
    static Stream<JsonNode> consumers() {
        return files("consumers").map(Contract::json);
    }

    static JsonNode json(Path file) {
        return read(text(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sorted; none where there is no such folder, as in a service that nobody reads yet. */
    private static Stream<Path> files(String folder) {
        if (!Files.isDirectory(FOLDER.resolve(folder))) {
            return Stream.empty();
        }
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
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
