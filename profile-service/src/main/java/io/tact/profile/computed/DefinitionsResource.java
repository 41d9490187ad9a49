package io.tact.profile.computed;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.profile.computed.DefineTrait.NotAnExpression;
import io.tact.profile.computed.DefineTrait.Outcome;
import io.tact.profile.computed.DefineTrait.Protected;
import io.tact.profile.computed.DefinitionStore.Defined;
import io.tact.profile.web.ProfileApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Computed traits and audiences, for those who define them. */
@Path("/v1/definitions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "definitions")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
public class DefinitionsResource {
    private static final int LARGEST = 64 * 1_024;

    private final DefineTrait defining;
    private final DefinitionStore store;

    DefinitionsResource(DefineTrait defining, DefinitionStore store) {
        this.defining = defining;
        this.store = store;
    }

    @GET
    @RolesAllowed({"analyst", "privacy-officer"})
    @Operation(
            summary = "What is computed",
            description =
                    "With who defined it. One that is not complete yet has not seen the whole history and does not answer; until"
                            + " then the version before it does.")
    @APIResponse(responseCode = "200", description = "All definitions in force, by name")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    public Uni<Definitions> all() {
        return store.defined()
                .map(defined -> new Definitions(defined.stream().map(Shown::of).toList()));
    }

    @PUT
    @Path("{name}")
    @RolesAllowed("analyst")
    @Operation(
            summary = "Define a trait or an audience",
            description =
                    "Or define it anew. It is computed for one purpose, from events that were kept for it and from identities that"
                            + " allow it at the time of the read; never from what is of a protected category.")
    @APIResponse(responseCode = "202", description = "Taken; it answers when it is complete")
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    @APIResponse(responseCode = "422", description = "definition-invalid, definition-protected")
    @RequestBody(content = @Content(schema = @Schema(implementation = DefinitionBody.class)))
    @ResponseStatus(202)
    public Uni<DefinitionBody> define(
            @RestPath String name, @Nullable String body, SecurityContext staff) {
        Definition definition =
                definition(name, StrictJson.read(body, DefinitionBody.class, LARGEST));
        return defining.define(definition, staff.getUserPrincipal().getName())
                .invoke(DefinitionsResource::orProblem)
                .replaceWith(DefinitionBody.of(definition));
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed({"analyst", "privacy-officer"})
    @Operation(summary = "Compute it no more", description = "What was computed is deleted.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    @APIResponse(responseCode = "404", description = "definition-unknown")
    public Uni<Void> retire(@RestPath String name, SecurityContext staff) {
        return defining.retire(name, staff.getUserPrincipal().getName())
                .invoke(
                        known -> {
                            if (!known) {
                                throw Problems.of(
                                        404,
                                        "definition-unknown",
                                        "There is no such definition",
                                        "GET /v1/definitions lists them.");
                            }
                        })
                .replaceWithVoid();
    }

    private static Definition definition(String name, DefinitionBody body) {
        try {
            return body.named(name);
        } catch (IllegalArgumentException wrong) {
            throw invalid(String.valueOf(wrong.getMessage()));
        }
    }

    private static void orProblem(Outcome outcome) {
        if (outcome instanceof NotAnExpression not) {
            throw invalid(not.message());
        }
        if (outcome instanceof Protected is) {
            throw Problems.of(
                    422,
                    "definition-protected",
                    "This may not be guessed about anybody",
                    "It is about %s, by its %s. Ask people instead, under a purpose of its own."
                            .formatted(is.reason().category(), is.reason().where()));
        }
    }

    private static HttpProblem invalid(String detail) {
        return Problems.of(422, "definition-invalid", "This cannot be computed", detail);
    }

    @Schema(name = "Definitions")
    record Definitions(List<Shown> definitions) {}

    /**
     * @param by the staff member's subject
     */
    @Schema(name = "KnownDefinition")
    record Shown(
            String name,
            @JsonUnwrapped DefinitionBody body,
            boolean complete,
            String by,
            Instant at) {
        static Shown of(Defined defined) {
            return new Shown(
                    defined.name(),
                    defined.body(),
                    defined.backfilledTo() == null,
                    defined.by(),
                    defined.at());
        }
    }
}
