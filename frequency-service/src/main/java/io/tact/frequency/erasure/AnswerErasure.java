package io.tact.frequency.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Receipt.Deleted;
import io.tact.consent.client.erasure.SignReceipts;
import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.PersonLogStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes back what was published of an erasure, removes what is left of its rows, and signs for it.
 * What an identity that came back has by now is somebody new's and stays.
 */
@ApplicationScoped
class AnswerErasure {
    private final Pool database;
    private final AppliedStore applied;
    private final ErasedRowsStore rows;
    private final PersonLogStore persons;
    private final TakeBackStore takingBack;
    private final SignReceipts signing;

    AnswerErasure(
            Pool database,
            AppliedStore applied,
            ErasedRowsStore rows,
            PersonLogStore persons,
            TakeBackStore takingBack,
            SignReceipts signing) {
        this.database = database;
        this.applied = applied;
        this.rows = rows;
        this.persons = persons;
        this.takingBack = takingBack;
        this.signing = signing;
    }

    Uni<Void> answer(Erasure erasure, Published published) {
        return database.withTransaction(
                transaction ->
                        applied.answer(transaction, erasure.request())
                                .chain(
                                        deleted ->
                                                takeBack(transaction, erasure, published)
                                                        .chain(
                                                                more ->
                                                                        deleted.isPresent()
                                                                                ? sign(
                                                                                        transaction,
                                                                                        erasure,
                                                                                        deleted
                                                                                                .get(),
                                                                                        more)
                                                                                : Uni.createFrom()
                                                                                        .voidItem())));
    }

    private Uni<List<Deleted>> takeBack(
            SqlConnection transaction, Erasure erasure, Published published) {
        Traces traces = Traces.of(erasure);
        var impressions = new HashSet<>(published.impressionsOf(traces));
        var capped = new HashSet<>(published.cappedOf(traces));
        var said = new ArrayList<>(published.rowsOf(traces));
        return rows.remove(transaction, erasure)
                .chain(() -> persons.homes(transaction, traces.identities()))
                .invoke(
                        homes -> {
                            Set<String> current = current(homes);
                            impressions.removeAll(current);
                            said.removeIf(row -> current.contains(row.key()));
                        })
                .chain(() -> takingBack.current(transaction, capped))
                .invoke(capped::removeAll)
                .chain(() -> takingBack.forget(transaction, said))
                .call(
                        () ->
                                takingBack.tombstone(
                                        transaction, FindPublished.IMPRESSIONS, impressions))
                .call(() -> takingBack.tombstone(transaction, CappedStore.TOPIC, capped))
                .map(
                        count ->
                                List.of(
                                        new Deleted("postgres", "outbox", count),
                                        new Deleted(
                                                "kafka",
                                                FindPublished.IMPRESSIONS,
                                                impressions.size()),
                                        new Deleted("kafka", CappedStore.TOPIC, capped.size())));
    }

    private static Set<String> current(List<Home> homes) {
        var keys = new HashSet<String>();
        for (Home home : homes) {
            Stream.concat(
                            home.log().entries().stream().map(entry -> entry.id()),
                            home.log().gone().stream())
                    .forEach(id -> keys.add(home.identity() + "/" + ImpressionId.text(id)));
        }
        return keys;
    }

    private Uni<Void> sign(
            SqlConnection transaction, Erasure erasure, List<Deleted> rows, List<Deleted> more) {
        var deleted = Stream.concat(rows.stream(), more.stream()).toList();
        return takingBack.receipt(transaction, erasure.request(), signing.sign(erasure, deleted));
    }
}
