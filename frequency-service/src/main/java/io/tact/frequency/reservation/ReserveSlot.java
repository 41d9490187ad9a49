package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.Caller.Visitor;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.frequency.clock.StoreClock;
import io.tact.frequency.person.RowKey;
import io.tact.frequency.publication.FrequencyRelay;
import io.tact.frequency.reservation.Decision.Closed;
import io.tact.frequency.reservation.Decision.Closure;
import io.tact.frequency.rulebook.Asked;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.Rulebook;
import io.tact.frequency.rulebook.Rulebooks;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** Gives a slot to one of those who would like it, or to nobody, and says why. */
@ApplicationScoped
class ReserveSlot {
    private static final int TRIES = 10;

    private final Consents consents;
    private final Rulebooks rulebooks;
    private final ReserveForPerson persons;
    private final ReserveForSession sessions;
    private final Items items;
    private final OnlyOnce once;
    private final Pool database;
    private final StoreClock clock;
    private final StorePatience patience;
    private final FrequencyRelay relay;
    private final DecisionMetrics metrics;

    ReserveSlot(
            Consents consents,
            Rulebooks rulebooks,
            ReserveForPerson persons,
            ReserveForSession sessions,
            Items items,
            OnlyOnce once,
            Pool database,
            StoreClock clock,
            StorePatience patience,
            FrequencyRelay relay,
            DecisionMetrics metrics) {
        this.consents = consents;
        this.rulebooks = rulebooks;
        this.persons = persons;
        this.sessions = sessions;
        this.items = items;
        this.once = once;
        this.database = database;
        this.clock = clock;
        this.patience = patience;
        this.relay = relay;
        this.metrics = metrics;
    }

    /**
     * @param idempotencyKey the same key and request get the same answer for 24 hours
     * @param requestId goes with what is published
     */
    record Request(
            Caller caller,
            String placement,
            List<Asked> asked,
            Optional<String> idempotencyKey,
            String requestId) {
        List<String> identities() {
            return caller.keys().stream().map(IdentityKey::value).toList();
        }
    }

    Uni<ReservationAnswer> reserve(Request request) {
        if (request.caller.isStranger()) {
            return closed(Closure.NO_SUBJECT);
        }
        return consents.permissions(request.caller)
                .chain(
                        permissions ->
                                permissions.allows(Purpose.MARKETING)
                                        ? forPerson(request)
                                        : forSession(request))
                .invoke(metrics::count);
    }

    private Uni<ReservationAnswer> forPerson(Request request) {
        UUID subject = RowKey.ofPerson(request.identities().get(0));
        if (request.idempotencyKey.isPresent()) {
            return inTime(
                    database.withTransaction(
                            transaction ->
                                    once.answer(
                                            transaction,
                                            subject,
                                            request,
                                            () -> askPerson(transaction, request))));
        }
        return inTime(askPerson(database, request).map(ReservationAnswer::of));
    }

    private Uni<ReservationAnswer> forSession(Request request) {
        Optional<String> session = request.caller.visitor().map(Visitor::session);
        if (session.isEmpty()) {
            return closed(Closure.NO_SESSION);
        }
        UUID key = RowKey.ofSession(session.get());
        return inTime(
                database.withTransaction(
                        transaction ->
                                once.answer(
                                        transaction,
                                        key,
                                        request,
                                        () -> askSession(transaction, key, request))));
    }

    private Uni<Decision> askPerson(SqlClient store, Request request) {
        return decide(
                request,
                TRIES,
                candidates -> candidates,
                turn ->
                        items.numbers(ReserveForSession.names(turn.candidates))
                                .chain(
                                        numbers ->
                                                persons.reserve(
                                                        store,
                                                        question(request, turn, numbers),
                                                        turn.rulebook,
                                                        turn.now)));
    }

    private Uni<Decision> askSession(SqlConnection transaction, UUID session, Request request) {
        return decide(
                request,
                TRIES,
                candidates ->
                        candidates.stream()
                                .filter(candidate -> !candidate.needsMarketing())
                                .toList(),
                turn ->
                        sessions.reserve(
                                transaction,
                                session,
                                request.identities(),
                                turn.candidates,
                                turn.rulebook,
                                turn.now));
    }

    /** What one try decides by. */
    private record Turn(Rulebook rulebook, List<Candidate> candidates, long now) {}

    private Uni<Decision> decide(
            Request request,
            int tries,
            Function<List<Candidate>, List<Candidate>> eligible,
            Function<Turn, Uni<Optional<Decision>>> asking) {
        OptionalLong now = clock.now();
        if (tries == 0 || now.isEmpty()) {
            return Uni.createFrom().item(close(Closure.STORE_UNAVAILABLE));
        }
        return rulebooks
                .current()
                .chain(
                        rulebook -> {
                            List<Candidate> all =
                                    rulebook.candidates(request.placement, request.asked);
                            List<Candidate> some = eligible.apply(all);
                            if (some.isEmpty()) {
                                return Uni.createFrom()
                                        .item(
                                                new Closed(
                                                        all.isEmpty()
                                                                ? Closure.NO_CANDIDATE
                                                                : Closure.MARKETING_REQUIRED,
                                                        OptionalLong.of(rulebook.version())));
                            }
                            return asking.apply(new Turn(rulebook, some, now.getAsLong()))
                                    .chain(
                                            decision ->
                                                    decision.isPresent()
                                                            ? Uni.createFrom().item(decision.get())
                                                            : rulebooks
                                                                    .reload()
                                                                    .chain(
                                                                            () ->
                                                                                    decide(
                                                                                            request,
                                                                                            tries
                                                                                                    - 1,
                                                                                            eligible,
                                                                                            asking)));
                        });
    }

    private PersonQuestion question(
            Request request, Turn turn, java.util.Map<String, Integer> numbers) {
        String session =
                turn.rulebook.countsSessions()
                        ? request.caller
                                .visitor()
                                .map(Visitor::session)
                                .orElse(request.identities().get(0))
                        : null;
        return new PersonQuestion(
                request.identities(), session, turn.candidates, numbers, request.requestId);
    }

    private Uni<ReservationAnswer> inTime(Uni<ReservationAnswer> answer) {
        return patience.orElse(answer, () -> ReservationAnswer.of(close(Closure.STORE_UNAVAILABLE)))
                .invoke(relay::nudge);
    }

    private Uni<ReservationAnswer> closed(Closure why) {
        return Uni.createFrom().item(() -> ReservationAnswer.of(close(why)));
    }

    private Decision close(Closure why) {
        return new Closed(
                why,
                rulebooks
                        .lastKnown()
                        .map(rulebook -> OptionalLong.of(rulebook.version()))
                        .orElse(OptionalLong.empty()));
    }
}
