package io.tact.profile.export;

import io.tact.consent.client.web.Problems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestPath;

/** What exports look like, for whoever reads one: the files of {@code contracts/exports}. */
@Path("/v1/exports/{file}")
@Tag(name = "exports")
public class SchemaResource {
    @GET
    @Produces("application/schema+json")
    @Cache(maxAge = 3_600)
    @Operation(
            summary = "The schema of an export",
            description = "access.v1.schema.json or portability.v1.schema.json. Public.")
    @APIResponse(
            responseCode = "200",
            description = "JSON Schema, draft 2020-12",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "404", description = "schema-unknown")
    public String schema(@RestPath String file) {
        return Arrays.stream(ExportKind.values())
                .map(ExportKind::schemaFile)
                .filter(file::equals)
                .findFirst()
                .map(SchemaResource::read)
                .orElseThrow(
                        () ->
                                Problems.of(
                                        404,
                                        "schema-unknown",
                                        "No such schema",
                                        "There are access.v1.schema.json and portability.v1.schema.json."));
    }

    private static String read(String file) {
        try (InputStream packaged = SchemaResource.class.getResourceAsStream("/exports/" + file)) {
            if (packaged == null) {
                throw new IllegalStateException("The build has not packaged contracts/exports");
            }
            return new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
