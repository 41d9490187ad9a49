package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.frequency.person.RowKey;
import io.tact.frequency.publication.FrequencyRelay;
import io.tact.frequency.reservation.Answers.Subject;
import io.tact.frequency.reservation.Decision.Closed;
import io.tact.frequency.reservation.Decision.Closure;
import io.tact.frequency.rulebook.Rulebook;
import io.tact.frequency.rulebook.Rulebooks;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;

/** Gives a slot to one of those who would like it, or to nobody, and says why. */
@ApplicationScoped
class ReserveSlot {
    private final Consents consents;
    private final Turns turns;
    private final ReserveForPerson persons;
    private final ReserveForSession sessions;
    private final OnlyOnce once;
    private final Rulebooks rulebooks;
    private final Pool database;
    private final StorePatience patience;
    private final FrequencyRelay relay;
    private final DecisionMetrics metrics;

    ReserveSlot(
            Consents consents,
            Turns turns,
            ReserveForPerson persons,
            ReserveForSession sessions,
            OnlyOnce once,
            Rulebooks rulebooks,
            Pool database,
            StorePatience patience,
            FrequencyRelay relay,
            DecisionMetrics metrics) {
        this.consents = consents;
        this.turns = turns;
        this.persons = persons;
        this.sessions = sessions;
        this.once = once;
        this.rulebooks = rulebooks;
        this.database = database;
        this.patience = patience;
        this.relay = relay;
        this.metrics = metrics;
    }

    Uni<ReservationAnswer> reserve(Request request) {
        Uni<ReservationAnswer> answer =
                request.caller().isStranger()
                        ? closed(Closure.NO_SUBJECT)
                        : consents.permissions(request.caller())
                                .chain(permissions -> decide(request, permissions));
        return answer.invoke(metrics::count);
    }

    private Uni<ReservationAnswer> decide(Request request, Permissions permissions) {
        if (permissions.allows(Purpose.MARKETING)) {
            return inTime(forPerson(request));
        }
        return request.session().isPresent()
                ? inTime(forSession(request, request.session().get()))
                : closed(Closure.NO_SESSION);
    }

    private Uni<ReservationAnswer> forPerson(Request request) {
        Subject subject = Subject.person(request.identities().get(0));
        return turns.take(
                request,
                anybody -> true,
                turn ->
                        request.idempotencyKey().isPresent()
                                ? once.answer(
                                        subject,
                                        request,
                                        turn.now(),
                                        transaction -> ask(transaction, request, turn))
                                : ask(database, request, turn)
                                        .map(decided -> decided.map(ReservationAnswer::of)));
    }

    private Uni<Optional<Decision>> ask(SqlClient store, Request request, Turn turn) {
        return turn.closed().isPresent()
                ? Uni.createFrom().item(turn.closed())
                : persons.reserve(
                        store, PersonQuestion.of(request, turn), turn.rulebook(), turn.now());
    }

    private Uni<ReservationAnswer> forSession(Request request, String session) {
        return turns.take(
                request,
                candidate -> !candidate.needsMarketing(),
                turn ->
                        once.answer(
                                Subject.session(session),
                                request,
                                turn.now(),
                                transaction ->
                                        turn.closed().isPresent()
                                                ? Uni.createFrom().item(turn.closed())
                                                : sessions.reserve(
                                                        transaction,
                                                        new SessionQuestion(
                                                                RowKey.ofSession(session),
                                                                request.identities(),
                                                                turn.candidates(),
                                                                turn.items()),
                                                        turn.rulebook(),
                                                        turn.now())));
    }

    private Uni<ReservationAnswer> inTime(Uni<ReservationAnswer> answer) {
        return patience.orElse(answer, () -> ReservationAnswer.of(close(Closure.STORE_UNAVAILABLE)))
                .invoke(relay::nudge);
    }

    private Uni<ReservationAnswer> closed(Closure why) {
        return Uni.createFrom().item(() -> ReservationAnswer.of(close(why)));
    }

    private Decision close(Closure why) {
        Optional<Long> version = rulebooks.lastKnown().map(Rulebook::version);
        return new Closed(why, version.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }
}
