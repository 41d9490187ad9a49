package io.tact.profile.staff;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.NamedIdentity;
import io.tact.profile.reading.LookupLog.Lookup;
import io.tact.profile.web.ProfileApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Looking somebody up. Whom stands in the body, as addresses of requests end up in logs. */
@Path("/v1/explanations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "explanations")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
public class ExplanationsResource {
    private static final int LONGEST_REASON = 200;

    private final LookUpPerson lookUp;
    private final IdentityKeys keys;
    private final CurrentCaller caller;

    ExplanationsResource(LookUpPerson lookUp, IdentityKeys keys, CurrentCaller caller) {
        this.lookUp = lookUp;
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("privacy-officer")
    @Operation(
            summary = "Why these identities are one person, and why each value counts",
            description =
                    "For a complaint. Links with evidence, consent and why they count or do not; of each value its class, source"
                            + " and time, and those that it beat, never what it is. Nothing of protected categories. That you looked,"
                            + " whom and why is on record before anything is answered, and the customer sees it.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Request.class)))
    @APIResponse(
            responseCode = "200",
            description = "As the customer sees it in GET /v1/me/data",
            content = @Content(schema = @Schema(implementation = StaffExplanation.class)))
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    @APIResponse(responseCode = "404", description = "identity-unknown")
    public Uni<StaffExplanation> explain(@Nullable String body) {
        Request request = StrictJson.read(body, Request.class);
        IdentityKey whom = whom(request.identity());
        return lookUp.of(staff(), whom, request.why())
                .map(found -> found.orElseThrow(ExplanationsResource::unknown));
    }

    private IdentityKey whom(@Nullable Whom whom) {
        if (whom == null || whom.type() == null || whom.value() == null) {
            throw malformed();
        }
        try {
            return NamedIdentity.of(IdentityType.ofWire(whom.type()), whom.value(), keys).key();
        } catch (IllegalArgumentException noIdentity) {
            throw malformed();
        }
    }

    private IdentityKey staff() {
        return caller.get().customer().orElseThrow().key();
    }

    private static RuntimeException malformed() {
        return Problems.bodyMalformed(
                "identity has a type (user_id, email or anonymous_id) and a value of 1 to 1,024 characters.");
    }

    private static RuntimeException unknown() {
        return Problems.of(
                404,
                "identity-unknown",
                "Nothing is known under this identity",
                "It was never seen, or it was erased. That you asked is on record.");
    }

    @GET
    @RolesAllowed("privacy-officer")
    @Operation(
            summary = "Who looked whom up",
            description =
                    "The latest 500 first. A look at somebody with an account stands under the account as well. Of those who were"
                            + " erased there is none.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Log.class)))
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    public Uni<Log> log() {
        return lookUp.latest().map(Log::of);
    }

    @Schema(
            name = "ExplanationRequest",
            requiredProperties = {"identity", "reason"})
    record Request(
            @Nullable Whom identity,
            @Schema(
                            description =
                                    "1 to 200 characters: the ticket or the complaint. Kept for a year, and shown to the customer as it is.")
                    @Nullable String reason) {
        String why() {
            if (reason == null
                    || reason.isBlank()
                    || reason.length() > LONGEST_REASON
                    || reason.chars().anyMatch(Character::isISOControl)) {
                throw Problems.bodyMalformed(
                        "reason has 1 to " + LONGEST_REASON + " printable characters.");
            }
            return reason.strip();
        }
    }

    @Schema(
            name = "IdentityLookedUp",
            requiredProperties = {"type", "value"})
    record Whom(
            @Schema(description = "user_id, email or anonymous_id.") @Nullable String type,
            @Nullable String value) {
        /** Without the value, so that it may be printed. */
        @Override
        public String toString() {
            return type + ":…";
        }
    }

    @Schema(name = "StaffLookups")
    record Log(List<Entry> lookups) {
        static Log of(List<Lookup> lookups) {
            return new Log(lookups.stream().map(Entry::of).toList());
        }
    }

    /**
     * @param staff identity-key of who looked
     * @param whom identity-key
     */
    @Schema(name = "StaffLookup")
    record Entry(Instant at, String staff, String whom, String reason) {
        static Entry of(Lookup lookup) {
            return new Entry(
                    lookup.at(), lookup.staff().value(), lookup.whom().value(), lookup.reason());
        }
    }
}
