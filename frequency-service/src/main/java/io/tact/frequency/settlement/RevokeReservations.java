package io.tact.frequency.settlement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.cap.Label;
import io.tact.frequency.clock.StoreClock;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.PackedLog;
import io.tact.frequency.person.PersonLogStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Takes back what is reserved and not confirmed. */
@ApplicationScoped
public class RevokeReservations {
    private final PersonLogStore persons;
    private final ImpressionLabels labels;
    private final ImpressionStore impressions;
    private final StoreClock clock;

    RevokeReservations(
            PersonLogStore persons,
            ImpressionLabels labels,
            ImpressionStore impressions,
            StoreClock clock) {
        this.persons = persons;
        this.labels = labels;
        this.impressions = impressions;
        this.clock = clock;
    }

    /**
     * @param home whose row the transaction holds
     * @param stopped a reservation that carries any of these is over
     */
    public Uni<Void> revoke(SqlConnection transaction, Home home, Collection<Label> stopped) {
        return waiting(transaction, home)
                .map(
                        all ->
                                all.stream()
                                        .filter(
                                                one ->
                                                        one.labels().stream()
                                                                .anyMatch(stopped::contains))
                                        .toList())
                .chain(
                        revoked ->
                                revoked.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : revoke(transaction, home, revoked));
    }

    private Uni<Void> revoke(
            SqlConnection transaction, Home home, List<PersonReservation> revoked) {
        var ids = revoked.stream().map(one -> one.entry().id()).collect(Collectors.toSet());
        long now = clock.now().orElse(ids.stream().mapToLong(ImpressionId::millis).max().orElse(0));
        PackedLog left = home.log().without(ids::contains, now);
        return persons.write(transaction, home.key(), left)
                .chain(
                        () ->
                                Multi.createFrom()
                                        .iterable(revoked)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                one ->
                                                        impressions.tell(
                                                                transaction,
                                                                one,
                                                                ImpressionEvent.of(
                                                                        one, "released", null),
                                                                null))
                                        .collect()
                                        .last());
    }

    private Uni<List<PersonReservation>> waiting(SqlConnection transaction, Home home) {
        return Multi.createFrom()
                .iterable(
                        home.log().entries().stream()
                                .filter(entry -> home.log().pending().contains(entry.id()))
                                .toList())
                .onItem()
                .transformToUniAndConcatenate(
                        entry ->
                                labels.of(transaction, entry.what())
                                        .map(
                                                known ->
                                                        new PersonReservation(
                                                                home,
                                                                entry,
                                                                known.labels(),
                                                                known.rulebook())))
                .collect()
                .asList();
    }
}
