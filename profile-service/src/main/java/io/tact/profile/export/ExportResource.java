package io.tact.profile.export;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.web.Problems;
import io.tact.profile.export.ExportMine.Busy;
import io.tact.profile.web.PersonalAnswers;
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;

/** The rights of access and to portability (Art. 15 and 20 GDPR), as a file. */
@Path("/v1/me/export")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
@SecurityRequirement(name = ProfileApi.VISITOR)
public class ExportResource {
    private final ExportMine export;
    private final CurrentCaller caller;

    ExportResource(ExportMine export, CurrentCaller caller) {
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "All that is held about me, to keep or to take elsewhere",
            description =
                    "Of the identities that the request proves; where it proves a customer, also of all that are the same person as"
                            + " the account now. Of one moment and without a limit, so it is streamed; one that was broken off"
                            + " is no JSON. Its schema is GET /v1/exports/{kind}.v1.schema.json.")
    @APIResponse(
            responseCode = "200",
            description = "As the schema says that $schema names",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "400", description = "query-malformed")
    @APIResponse(responseCode = "401", description = "No credentials, or bad ones")
    @APIResponse(responseCode = "503", description = "export-busy, store-unavailable")
    public RestMulti<byte[]> export(
            @RestQuery
                    @DefaultValue("access")
                    @Parameter(
                            schema = @Schema(enumeration = {"access", "portability"}),
                            description =
                                    "access: everything, with what is inferred, sources and readers; portability: what I provided and"
                                            + " what was observed.")
                    String kind) {
        Caller known = caller.required();
        ExportKind asked = ExportKind.ofWire(kind).orElseThrow(ExportResource::unknown);
        return RestMulti.fromMultiData(
                        export.export(known, asked)
                                .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                                .onFailure(Busy.class)
                                .transform(busy -> busy()))
                .encodeAsJsonArray(false)
                .header("Cache-Control", PersonalAnswers.CACHING)
                .header("Content-Disposition", "attachment; filename=\"" + asked.fileName() + "\"")
                .build();
    }

    private static HttpProblem unknown() {
        return Problems.of(
                400,
                "query-malformed",
                "The query cannot be read",
                "kind is access or portability.");
    }

    private static HttpProblem busy() {
        return Problems.builder(
                        503,
                        "export-busy",
                        "Others are exporting",
                        "Ask again in a moment: each export reads much, so there are few at a time.")
                .withHeader("Retry-After", 10)
                .build();
    }
}
