package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.frequency.problem.FrequencyApi;
import io.tact.frequency.problem.Problems;
import io.tact.frequency.rulebook.Asked;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A slot is asked for. Whose it is, is in the credentials and nowhere else. */
@Path("/v1/reservations")
@Tag(name = "reservations")
@SecurityRequirement(name = FrequencyApi.BEARER)
@SecurityRequirement(name = FrequencyApi.VISITOR)
class ReservationResource {
    private static final int MOST = 50;
    private static final String PLACEMENT = "[a-z][a-z0-9._-]{0,63}";
    private static final String IDEMPOTENCY_KEY = "[\\x21-\\x7e]{1,128}";

    private final ReserveSlot reserving;
    private final CurrentCaller caller;
    private final RequestId requestId;

    ReservationResource(ReserveSlot reserving, CurrentCaller caller, RequestId requestId) {
        this.reserving = reserving;
        this.caller = caller;
        this.requestId = requestId;
    }

    @POST
    @Operation(
            summary = "Asks for a slot: GRANT with a reservation, or DENY with its reason",
            description =
                    "At most one candidate wins: by priority, score, order and id. With `marketing` personal and contextual"
                            + " campaigns compete under the caps of the person; without it contextual ones under the session alone."
                            + " A reservation waits 60 seconds for its confirmation. A denial changes nothing.")
    @APIResponse(responseCode = "200", description = "Decided, either way")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "401", description = "A credential that proves nothing")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Uni<ReservationAnswer> reserve(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable SlotRequest body) {
        return reserving.reserve(
                Problems.readable(
                        body,
                        slot ->
                                new Request(
                                        caller.get(),
                                        placement(slot),
                                        asked(slot),
                                        key(idempotencyKey),
                                        requestId.get())));
    }

    private static String placement(SlotRequest slot) {
        if (slot.placement == null || !slot.placement.matches(PLACEMENT)) {
            throw new IllegalArgumentException("placement is " + PLACEMENT);
        }
        return slot.placement;
    }

    private static List<Asked> asked(SlotRequest slot) {
        List<CandidateRequest> candidates = slot.candidates == null ? List.of() : slot.candidates;
        if (candidates.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " candidates");
        }
        return candidates.stream().map(ReservationResource::asked).toList();
    }

    private static Asked asked(@Nullable CandidateRequest candidate) {
        if (candidate == null || candidate.campaign == null) {
            throw new IllegalArgumentException("Each candidate names its campaign");
        }
        return new Asked(
                candidate.campaign,
                Optional.ofNullable(candidate.item),
                candidate.score == null ? 0 : candidate.score);
    }

    private static Optional<String> key(@Nullable String idempotencyKey) {
        if (idempotencyKey != null && !idempotencyKey.matches(IDEMPOTENCY_KEY)) {
            throw new IllegalArgumentException("Idempotency-Key has 1 to 128 printable characters");
        }
        return Optional.ofNullable(idempotencyKey);
    }

    /**
     * @param placement name of the slot
     * @param candidates what the page would like to show; the placement's own contextual campaigns
     *     compete beside them
     */
    public record SlotRequest(
            @Nullable String placement, @Nullable List<CandidateRequest> candidates) {}

    /**
     * @param item needed where the campaign shows the candidate's product
     * @param score the higher wins among equal priorities; 0 if absent
     */
    public record CandidateRequest(
            @Nullable String campaign, @Nullable String item, @Nullable Double score) {}
}
