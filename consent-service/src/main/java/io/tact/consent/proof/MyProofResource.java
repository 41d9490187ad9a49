package io.tact.consent.proof;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.web.Problems;
import io.tact.consent.notice.AskedPurposes;
import io.tact.consent.proof.Proof.Proven;
import io.tact.consent.web.ConsentApi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/v1/me/proof")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My consents")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
@SecurityRequirement(name = ConsentApi.VISITOR)
class MyProofResource {
    private final ProveConsent proveConsent;
    private final CurrentCaller current;
    private final InstantSource clock = InstantSource.system();
    private final AskedPurposes asked;

    MyProofResource(ProveConsent proveConsent, CurrentCaller current, AskedPurposes asked) {
        this.asked = asked;
        this.proveConsent = proveConsent;
        this.current = current;
    }

    @GET
    @Operation(
            summary = "What held for me, with its evidence",
            description =
                    "Check it with ledger-proof verify, or with any tool that knows RFC 9162 and C2SP checkpoints.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProofBody.class)))
    @APIResponse(responseCode = "400", description = "at-malformed")
    @APIResponse(
            responseCode = "401",
            description = "subject-required, token-invalid, visitor-token-invalid")
    @APIResponse(responseCode = "422", description = "purpose-unknown, at-in-the-future")
    @APIResponse(responseCode = "500", description = "record-damaged")
    @APIResponse(responseCode = "503", description = "not-signed-yet, store-unavailable")
    public Uni<RestResponse<ProofBody>> prove(
            @RestQuery @Parameter(required = true) @Nullable String purpose,
            @RestQuery
                    @Parameter(
                            description =
                                    "An instant such as 2026-01-31T09:30:00Z; missing: now. By the server's clock.")
                    @Nullable String at) {
        var caller = current.required();
        Instant now = clock.instant();
        Purpose known = asked.known(purpose);
        Optional<Instant> instant = Optional.ofNullable(at).map(text -> past(text, now));
        return proveConsent
                .prove(caller.keys(), instant)
                .map(proof -> ProofBody.of(proven(proof), known, instant.orElse(now)))
                .map(
                        body ->
                                ResponseBuilder.ok(body)
                                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                                        .build());
    }

    private static Proven proven(Proof proof) {
        if (proof instanceof Proven proven) {
            return proven;
        }
        throw ProofProblems.of(proof);
    }

    private static Instant past(String text, Instant now) {
        Instant at;
        try {
            at = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw Problems.of(
                    400,
                    "at-malformed",
                    "The instant cannot be read",
                    "at is a time with an offset such as 2026-01-31T09:30:00Z.");
        }
        if (at.isAfter(now)) {
            throw Problems.of(
                    422,
                    "at-in-the-future",
                    "Nobody can know that yet",
                    "Ask for an instant that has passed.");
        }
        return at;
    }
}
