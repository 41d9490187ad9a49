package io.tact.profile.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.profile.erasure.receipt.ReceiptKeys;
import io.tact.profile.erasure.receipt.ReceiptStore;
import io.tact.profile.web.ProfileApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which erasures somebody has yet to answer. */
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "erasures")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
public class ErasuresResource {
    private final ReceiptStore receipts;
    private final ReceiptKeys keys;

    ErasuresResource(ReceiptStore receipts, ReceiptKeys keys) {
        this.receipts = receipts;
        this.keys = keys;
    }

    @GET
    @RolesAllowed("privacy-officer")
    @Operation(
            summary = "Erasures that are not complete",
            description =
                    "The oldest 200 first, each with the services that have not answered. Names nobody.")
    @APIResponse(responseCode = "200", description = "Empty when everybody has answered")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    public Uni<Incomplete> incomplete() {
        return receipts.unanswered(keys.services())
                .map(
                        all ->
                                new Incomplete(
                                        all.stream()
                                                .map(one -> Progress.of(one, keys.services()))
                                                .toList()));
    }

    @Schema(name = "IncompleteErasures")
    record Incomplete(List<Progress> erasures) {}
}
