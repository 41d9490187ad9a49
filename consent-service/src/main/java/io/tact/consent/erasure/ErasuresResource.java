package io.tact.consent.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.consent.erasure.Forgetting.Forgotten;
import io.tact.consent.web.ConsentApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures", description = "For privacy officers")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
class ErasuresResource {
    private static final int MOST_IDENTITIES = 100;
    private static final int LONGEST_YEARS = 10;

    private final ErasePerson erasePerson;
    private final InstantSource clock = InstantSource.system();

    ErasuresResource(ErasePerson erasePerson) {
        this.erasePerson = erasePerson;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("privacy-officer")
    @Operation(
            summary = "Forget a person",
            description =
                    "All identities of one person together. Whoever comes back later is somebody new. Erasing whom nobody knows is done at once.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Request.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is done, here",
            content = @Content(schema = @Schema(implementation = Done.class)))
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    @APIResponse(responseCode = "422", description = "keep-proof-until-implausible")
    @APIResponse(
            responseCode = "503",
            description = "not-signed-yet, store-unavailable, ledger-behind")
    public Uni<RestResponse<Done>> erase(@Nullable String body) {
        Request request = StrictJson.read(body == null ? "" : body, Request.class);
        return erasePerson
                .erase(request.keys(), request.proofKeptUntil(clock.instant()))
                .map(ErasuresResource::done)
                .map(
                        done ->
                                ResponseBuilder.ok(done)
                                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                                        .build());
    }

    private static Done done(Forgetting ended) {
        if (ended instanceof Forgotten forgotten) {
            Erasure erasure = forgotten.erasure();
            return new Done(
                    erasure.id(),
                    erasure.at(),
                    erasure.indexes().size(),
                    erasure.proofKeptUntil().orElse(null));
        }
        throw Problems.builder(
                        503,
                        "not-signed-yet",
                        "What this person said last has no place in the ledger yet",
                        "Nothing was erased. Send the same request again in a moment.")
                .withHeader("Retry-After", 5)
                .build();
    }

    @Schema(name = "ErasureRequest")
    record Request(
            @Schema(required = true, description = "Identity-keys of one person, at most 100.")
                    @Nullable List<@Nullable String> identityKeys,
            @Schema(
                            required = true,
                            enumeration = {"full", "keep-proof"},
                            description =
                                    "keep-proof keeps what was said apart, for a claim that is expected (GDPR, Article 17(3)(e)).")
                    @Nullable String erase,
            @Schema(
                            format = "date",
                            nullable = true,
                            description = "With keep-proof: its last day, at most ten years ahead.")
                    @Nullable String keepProofUntil) {

        List<IdentityKey> keys() {
            if (identityKeys == null
                    || identityKeys.isEmpty()
                    || identityKeys.size() > MOST_IDENTITIES) {
                throw Problems.bodyMalformed(
                        "identityKeys are 1 to " + MOST_IDENTITIES + " keys of one person.");
            }
            return identityKeys.stream().map(Request::key).distinct().toList();
        }

        private static IdentityKey key(@Nullable String text) {
            try {
                return new IdentityKey(text == null ? "" : text);
            } catch (IllegalArgumentException notAKey) {
                throw Problems.bodyMalformed(
                        "An identity-key has 43 base64url characters, as topics and tables hold it.");
            }
        }

        Optional<LocalDate> proofKeptUntil(Instant now) {
            if ("full".equals(erase) && keepProofUntil == null) {
                return Optional.empty();
            }
            if (!"keep-proof".equals(erase) || keepProofUntil == null) {
                throw Problems.bodyMalformed(
                        "erase is full, or keep-proof with a day in keepProofUntil.");
            }
            LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
            LocalDate until = day(keepProofUntil);
            if (!until.isAfter(today) || until.isAfter(today.plusYears(LONGEST_YEARS))) {
                throw Problems.of(
                        422,
                        "keep-proof-until-implausible",
                        "Proof is not kept until that day",
                        "Name a day after today and at most " + LONGEST_YEARS + " years ahead.");
            }
            return Optional.of(until);
        }

        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException notADay) {
                throw Problems.bodyMalformed("keepProofUntil is a day such as 2029-12-31.");
            }
        }
    }

    @Schema(name = "Erasure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            UUID id,
            Instant erasedAt,
            @Schema(description = "Entries that can no longer be opened.") int entries,
            @Schema(format = "date", nullable = true) @Nullable LocalDate proofKeptUntil) {}
}
