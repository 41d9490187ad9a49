package io.tact.consent.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.consent.notice.AskedPurposes;
import io.tact.consent.proof.Proof;
import io.tact.consent.proof.Proof.Proven;
import io.tact.consent.proof.ProofBody;
import io.tact.consent.proof.ProofProblems;
import io.tact.consent.web.ConsentApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/v1/lookups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
class LookupsResource {
    private static final int LONGEST_REASON = 200;

    private final LookUp lookUp;
    private final IdentityKeys keys;
    private final CurrentCaller current;
    private final InstantSource clock = InstantSource.system();
    private final AskedPurposes asked;

    LookupsResource(LookUp lookUp, IdentityKeys keys, CurrentCaller current, AskedPurposes asked) {
        this.asked = asked;
        this.lookUp = lookUp;
        this.keys = keys;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"consent-officer", "privacy-officer"})
    @Operation(
            summary = "What somebody said, with its evidence",
            description =
                    "For a complaint or a claim. That you looked, whom and why is recorded before anything is shown.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Request.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProofBody.class)))
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    @APIResponse(responseCode = "422", description = "purpose-unknown")
    @APIResponse(responseCode = "500", description = "record-damaged")
    @APIResponse(responseCode = "503", description = "not-signed-yet, store-unavailable")
    public Uni<RestResponse<ProofBody>> look(@Nullable String body) {
        Request request = StrictJson.read(body == null ? "" : body, Request.class);
        Purpose purpose = asked.known(request.purpose());
        Instant now = clock.instant();
        return lookUp.evidence(staff(), List.of(whom(request)), request.why(), Optional.empty())
                .map(proof -> ProofBody.of(proven(proof), purpose, now))
                .map(LookupsResource::unkept);
    }

    private IdentityKey whom(Request request) {
        try {
            return keys.of(new Identity(required(request.type()), required(request.value())));
        } catch (IllegalArgumentException noIdentity) {
            throw Problems.bodyMalformed("type and value are those of an identity.");
        }
    }

    private IdentityKey staff() {
        return current.required().keys().get(0);
    }

    private static Proven proven(Proof proof) {
        if (proof instanceof Proven proven) {
            return proven;
        }
        throw ProofProblems.of(proof);
    }

    private static String required(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("missing");
        }
        return value;
    }

    @GET
    @RolesAllowed("privacy-officer")
    @Operation(summary = "Who looked whom up, the latest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Log.class)))
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    public Uni<RestResponse<Log>> log() {
        return lookUp.latest().map(Log::of).map(LookupsResource::unkept);
    }

    private static <T> RestResponse<T> unkept(T body) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @Schema(
            name = "LookupRequest",
            requiredProperties = {"type", "value", "purpose", "reason"})
    record Request(
            @Schema(description = "user_id, anonymous_id or email.") @Nullable String type,
            @Nullable String value,
            @Nullable String purpose,
            @Schema(
                            description =
                                    "Kept, at most 200 characters: the ticket or the claim, and no name.")
                    @Nullable String reason) {
        String why() {
            if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw Problems.bodyMalformed("reason has 1 to " + LONGEST_REASON + " characters.");
            }
            return reason.strip();
        }
    }

    @Schema(name = "LookupLog")
    record Log(List<Entry> lookups) {
        static Log of(List<Lookup> lookups) {
            return new Log(lookups.stream().map(Entry::of).toList());
        }

        @Schema(name = "LookupLogEntry")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Entry(
                Instant at,
                @Schema(description = "Identity-key of who looked.") String staff,
                @Schema(nullable = true, description = "Identity-key; missing once it is erased.")
                        @Nullable String whom,
                String reason) {
            static Entry of(Lookup lookup) {
                return new Entry(
                        lookup.at(),
                        lookup.staff().value(),
                        lookup.whom().map(IdentityKey::value).orElse(null),
                        lookup.reason());
            }
        }
    }
}
