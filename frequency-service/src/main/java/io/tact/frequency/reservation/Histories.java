package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.History;
import io.tact.frequency.cap.Impression;
import io.tact.frequency.cap.Label;
import io.tact.frequency.cap.Stop;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.Impressions;
import io.tact.frequency.person.PackedLog;
import io.tact.frequency.person.PersonLogStore;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.LabelNumbers;
import io.tact.frequency.session.SessionLogStore;
import io.tact.frequency.session.SessionRow;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what the rules in Java look at. */
@ApplicationScoped
class Histories {
    private final PersonLogStore persons;
    private final SessionLogStore sessions;
    private final CappedStore capped;

    Histories(PersonLogStore persons, SessionLogStore sessions, CappedStore capped) {
        this.persons = persons;
        this.sessions = sessions;
        this.capped = capped;
    }

    /** What was read, and whether everything in it was made under labels that are known here. */
    record Read(History history, boolean understood) {}

    /** With {@code marketing}: the person's row, and what of the session stands elsewhere. */
    Uni<Read> ofPerson(SqlClient database, PersonQuestion question, LabelNumbers numbers) {
        var reading = new Reading(numbers, question.products());
        UUID session = question.session();
        return persons.homes(database, question.identities())
                .invoke(homes -> reading.homes = homes.subList(0, 1))
                .chain(homes -> stops(database, homes, question.candidates()))
                .invoke(stops -> reading.stops = stops)
                .chain(
                        () ->
                                session == null
                                        ? Uni.createFrom().item(Optional.<SessionRow>empty())
                                        : sessions.find(database, session))
                .invoke(row -> reading.session = row)
                .map(row -> reading.done());
    }

    /** Without: the session's row, and what of this session stands with the persons. */
    Uni<Read> ofSession(
            SqlClient transaction,
            SessionRow session,
            SessionQuestion question,
            LabelNumbers numbers) {
        var reading = new Reading(numbers, Map.of());
        reading.session = Optional.of(session);
        return persons.homes(transaction, question.identities())
                .invoke(homes -> reading.homes = homes)
                .chain(homes -> stops(transaction, homes, question.candidates()))
                .invoke(stops -> reading.stops = stops)
                .map(stops -> reading.done());
    }

    private Uni<List<Stop>> stops(
            SqlClient database, List<Home> homes, List<Candidate> candidates) {
        Set<UUID> keys = homes.stream().map(Home::key).collect(Collectors.toSet());
        Set<Label> labels =
                candidates.stream()
                        .flatMap(candidate -> candidate.labels().stream())
                        .collect(Collectors.toSet());
        return capped.stops(database, keys, labels);
    }

    /** Collects what comes in one after the other. */
    private static final class Reading {
        private final LabelNumbers numbers;
        private final Map<Integer, Label> products;
        private List<Home> homes = List.of();
        private List<Stop> stops = List.of();
        private Optional<SessionRow> session = Optional.empty();

        Reading(LabelNumbers numbers, Map<Integer, Label> products) {
            this.numbers = numbers;
            this.products = products;
        }

        Read done() {
            return new Read(
                    new History(impressions(), allStops(), session.map(SessionRow::sitting)),
                    logs().flatMap(log -> log.entries().stream())
                            .allMatch(entry -> numbers.knows(entry.what())));
        }

        private List<Impression> impressions() {
            var all = new ArrayList<Impression>();
            personLogs().forEach(log -> all.addAll(Impressions.ofPerson(log, numbers, products)));
            session.ifPresent(
                    row ->
                            all.addAll(
                                    Impressions.ofSession(
                                            row.log(), row.sitting().mark(), numbers, products)));
            return all;
        }

        /** Two identities of one person have one log. */
        private Stream<PackedLog> personLogs() {
            return homes.stream()
                    .collect(Collectors.toMap(Home::key, Home::log, (one, same) -> one))
                    .values()
                    .stream();
        }

        private Stream<PackedLog> logs() {
            return Stream.concat(personLogs(), session.map(SessionRow::log).stream());
        }

        private List<Stop> allStops() {
            return Stream.concat(
                            stops.stream(), session.stream().flatMap(row -> row.asStops().stream()))
                    .toList();
        }
    }
}
