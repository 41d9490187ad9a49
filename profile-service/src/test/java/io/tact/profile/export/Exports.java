package io.tact.profile.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Exports as they arrive, each checked against its published schema. */
final class Exports {
    static final Path CONTRACTS = Path.of("contracts/exports");

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Exports() {}

    static Map<String, Object> access(RequestSpecification who) {
        return read(who, ExportKind.ACCESS);
    }

    static Map<String, Object> portability(RequestSpecification who) {
        return read(who, ExportKind.PORTABILITY);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, @Nullable Object>> section(Map<String, Object> export, String name) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(export.get(name), name);
    }

    private static Map<String, Object> read(RequestSpecification who, ExportKind kind) {
        String text =
                who.get("/v1/me/export?kind=" + kind.wire())
                        .then()
                        .statusCode(200)
                        .contentType("application/json")
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"tact-" + kind.wire() + ".json\"")
                        .header("Cache-Control", "private, no-store")
                        .extract()
                        .asString();
        validate(text, kind);
        return object(text);
    }

    static void validate(String text, ExportKind kind) {
        try {
            JsonNode schema =
                    Dump.JSON.readTree(Files.readString(CONTRACTS.resolve(kind.schemaFile())));
            assertThat(SCHEMAS.getSchema(schema).validate(Dump.JSON.readTree(text)))
                    .as(kind.wire())
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        try {
            return Dump.JSON.readValue(text, Map.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text.length() + " characters", e);
        }
    }
}
