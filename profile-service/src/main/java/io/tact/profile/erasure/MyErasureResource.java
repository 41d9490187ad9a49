package io.tact.profile.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.profile.erasure.receipt.ReceiptKeys;
import io.tact.profile.erasure.receipt.ReceiptStore;
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The right to be forgotten (Art. 17 GDPR). */
@Path("/v1/me/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
@SecurityRequirement(name = ProfileApi.VISITOR)
public class MyErasureResource {
    private final RequestErasure erasure;
    private final CountKept kept;
    private final ReceiptStore receipts;
    private final ReceiptKeys keys;
    private final CurrentCaller caller;

    MyErasureResource(
            RequestErasure erasure,
            CountKept kept,
            ReceiptStore receipts,
            ReceiptKeys keys,
            CurrentCaller caller) {
        this.erasure = erasure;
        this.kept = kept;
        this.receipts = receipts;
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Forget me, in every service",
            description =
                    "Of the identities that the request proves and, for a customer, of all that are the same person as the account now."
                            + " A dry run counts what would go here and changes nothing. Afterwards nothing of it is read, here at once and elsewhere"
                            + " within moments, and no retry or replay brings it back; it cannot be undone. Consent goes as well. What is recorded later"
                            + " is of somebody new.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wish.class)))
    @APIResponse(
            responseCode = "200",
            description = "A dry run: what would be deleted",
            content = @Content(schema = @Schema(implementation = Plan.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is done here, and under way elsewhere; GET says how far",
            content = @Content(schema = @Schema(implementation = Progress.class)))
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(responseCode = "401", description = "No credentials, or bad ones")
    public Uni<RestResponse<Object>> erase(@Nullable String body) {
        Caller known = caller.required();
        Wish wish = StrictJson.read(body == null ? "" : body, Wish.class);
        if (wish.dryRun == null) {
            throw Problems.bodyMalformed(
                    "dryRun says whether this is only to count: true or false.");
        }
        return wish.dryRun ? plan(known) : begin(known);
    }

    private Uni<RestResponse<Object>> plan(Caller known) {
        return kept.of(known)
                .map(
                        counted ->
                                RestResponse.ok(
                                        new Plan(
                                                true,
                                                counted.identities().entrySet().stream()
                                                        .map(Plan.Identities::of)
                                                        .toList(),
                                                counted.rows().entrySet().stream()
                                                        .map(Plan.Rows::of)
                                                        .toList(),
                                                keys.services())));
    }

    private Uni<RestResponse<Object>> begin(Caller known) {
        return erasure.erase(known)
                .chain(request -> progress(known, request))
                .map(
                        progress ->
                                RestResponse.status(
                                        RestResponse.Status.ACCEPTED, (Object) progress));
    }

    private Uni<Progress> progress(Caller known, UUID request) {
        return receipts.of(known.keys())
                .map(
                        all ->
                                all.stream()
                                        .filter(one -> one.request().equals(request))
                                        .findFirst()
                                        .map(one -> Progress.of(one, keys.services()))
                                        .orElseThrow());
    }

    @GET
    @Operation(
            summary = "How far my erasures are",
            description = "Of the identities that the request proves, the latest first.")
    @APIResponse(
            responseCode = "200",
            description = "With the receipts, and with the services that have not answered yet",
            content = @Content(schema = @Schema(implementation = Requests.class)))
    @APIResponse(responseCode = "401", description = "No credentials, or bad ones")
    public Uni<Requests> progress() {
        return receipts.of(caller.required().keys())
                .map(
                        all ->
                                new Requests(
                                        all.stream()
                                                .map(one -> Progress.of(one, keys.services()))
                                                .toList()));
    }

    @Schema(name = "ErasureWish")
    record Wish(
            @Schema(required = true, description = "Only count what would go.")
                    @Nullable Boolean dryRun) {}

    /**
     * @param deleted rows that would go, of this service's tables
     * @param services that would be told
     */
    @Schema(name = "ErasurePlan")
    record Plan(
            boolean dryRun,
            List<Identities> identities,
            List<Rows> deleted,
            Collection<String> services) {
        @Schema(name = "ErasedIdentities")
        record Identities(String type, long count) {
            static Identities of(Map.Entry<String, Long> counted) {
                return new Identities(counted.getKey(), counted.getValue());
            }
        }

        @Schema(name = "ErasedRows")
        record Rows(String store, long rows) {
            static Rows of(Map.Entry<String, Long> counted) {
                return new Rows(counted.getKey(), counted.getValue());
            }
        }
    }

    @Schema(name = "Erasures")
    @JsonInclude(Include.NON_NULL)
    record Requests(List<Progress> requests) {}
}
