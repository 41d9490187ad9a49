package io.tact.frequency.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.frequency.clock.StoreClock;
import io.tact.frequency.problem.FrequencyApi;
import io.tact.frequency.problem.Problems;
import io.tact.frequency.publication.FrequencyRelay;
import io.tact.frequency.reservation.ReservationId;
import io.tact.frequency.reservation.StorePatience;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What becomes of a reservation. Another subject's does not exist. */
@Path("/v1/reservations/{id}")
@Tag(name = "reservations")
@SecurityRequirement(name = FrequencyApi.BEARER)
@SecurityRequirement(name = FrequencyApi.VISITOR)
@APIResponse(responseCode = "200", description = "Done, now or before")
@APIResponse(responseCode = "401", description = "subject-required")
@APIResponse(responseCode = "404", description = "reservation-unknown")
@APIResponse(responseCode = "503", description = "store-unavailable")
class SettlementResource {
    private final ConfirmReservation confirming;
    private final ReleaseReservation releasing;
    private final ReportSeen reporting;
    private final EndInterest ending;
    private final CurrentCaller caller;
    private final RequestId requestId;
    private final StoreClock clock;
    private final StorePatience patience;
    private final FrequencyRelay relay;

    SettlementResource(
            ConfirmReservation confirming,
            ReleaseReservation releasing,
            ReportSeen reporting,
            EndInterest ending,
            CurrentCaller caller,
            RequestId requestId,
            StoreClock clock,
            StorePatience patience,
            FrequencyRelay relay) {
        this.confirming = confirming;
        this.releasing = releasing;
        this.reporting = reporting;
        this.ending = ending;
        this.caller = caller;
        this.requestId = requestId;
        this.clock = clock;
        this.patience = patience;
        this.relay = relay;
    }

    @POST
    @Path("/confirm")
    @Operation(
            summary = "Confirms, just before rendering",
            description =
                    "After a 410 nothing may be rendered. Confirming twice is confirming once.")
    @APIResponse(responseCode = "410", description = "reservation-gone")
    public Uni<SettlementAnswer> confirm(@RestPath String id) {
        return settle(id, "confirmed", confirming::confirm);
    }

    @POST
    @Path("/release")
    @Operation(summary = "Gives the slot back unused")
    @APIResponse(responseCode = "409", description = "already-confirmed")
    public Uni<SettlementAnswer> release(@RestPath String id) {
        return settle(id, "released", releasing::release);
    }

    @POST
    @Path("/seen")
    @Operation(summary = "Reports that at least half of it was visible for a second")
    @APIResponse(responseCode = "409", description = "not-confirmed")
    @APIResponse(responseCode = "410", description = "reservation-gone")
    public Uni<SettlementAnswer> seen(@RestPath String id) {
        return settle(id, "seen", reporting::seen);
    }

    @POST
    @Path("/not-interested")
    @Operation(
            summary = "Ends this product, or this campaign, for this person",
            description = "Without `marketing` for this session, as nothing else is kept.")
    @APIResponse(responseCode = "410", description = "reservation-gone")
    public Uni<SettlementAnswer> notInterested(@RestPath String id) {
        return settle(id, "not-interested", ending::end);
    }

    private Uni<SettlementAnswer> settle(
            String text, String state, BiFunction<Settlement, Long, Uni<Settled>> settling) {
        Caller subject = caller.required();
        ReservationId id = ReservationId.parse(text).orElseThrow(Problems::reservationUnknown);
        long now = clock.now().orElseThrow(Problems::storeUnavailable);
        return patience.orProblem(settling.apply(new Settlement(subject, id, requestId.get()), now))
                .invoke(relay::nudge)
                .map(settled -> answer(text, state, settled));
    }

    private static SettlementAnswer answer(String id, String state, Settled settled) {
        if (settled instanceof Settled.Done) {
            return new SettlementAnswer(id, state, null);
        }
        if (settled instanceof Settled.Ended ended) {
            return new SettlementAnswer(id, state, ended.label().value());
        }
        if (settled instanceof Settled.Over) {
            throw Problems.reservationGone();
        }
        if (settled instanceof Settled.AlreadyConfirmed) {
            throw Problems.alreadyConfirmed();
        }
        if (settled instanceof Settled.NotConfirmed) {
            throw Problems.notConfirmed();
        }
        throw Problems.reservationUnknown();
    }

    /**
     * @param label what is not shown again, after {@code not-interested}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SettlementAnswer(String id, String state, @Nullable String label) {}
}
