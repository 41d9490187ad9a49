package io.tact.consent.ledger;

import io.smallrye.mutiny.Uni;
import io.tact.consent.web.ConsentApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/v1/ledger/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
class LedgerHealthResource {
    private final ReadLedger readLedger;

    LedgerHealthResource(ReadLedger readLedger) {
        this.readLedger = readLedger;
    }

    @GET
    @RolesAllowed({"consent-officer", "privacy-officer", "analyst"})
    @Operation(
            summary = "How the ledger is",
            description = "What to do where it is not well: docs/runbooks/consent-ledger.md.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    public Uni<RestResponse<Health>> health() {
        return readLedger
                .health()
                .map(Health::of)
                .map(
                        body ->
                                ResponseBuilder.ok(body)
                                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                                        .build());
    }

    @Schema(name = "LedgerHealth")
    record Health(
            @Schema(
                            enumeration = {"well", "refusing", "behind"},
                            description =
                                    "refusing: somebody else wrote entries; behind: the database lacks what was shown.")
                    String status,
            @Schema(description = "In order and signed, in the database.") long entries,
            @Schema(description = "Under the newest checkpoint that everybody can have.")
                    long published,
            @Schema(description = "Without an index yet: a batch takes a tenth of a second.")
                    long waiting,
            @Schema(description = "Not written by this service; they are never signed.")
                    long refused) {
        static Health of(LedgerHealth health) {
            return new Health(
                    health.isBehind() ? "behind" : health.refused() > 0 ? "refusing" : "well",
                    health.entries(),
                    health.published(),
                    health.waiting(),
                    health.refused());
        }
    }
}
