package io.tact.consent.consents;

import io.smallrye.mutiny.Uni;
import io.tact.consent.consents.Recording.Damaged;
import io.tact.consent.consents.Recording.Recorded;
import io.tact.consent.together.Together;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Changes that arrive while others are being committed are committed together: one transaction and
 * one flush to disk for all of them, in the order of arrival for each identity.
 */
@ApplicationScoped
class GroupCommit {
    private final Pool database;
    private final KeepChanges keepChanges;
    private final ConsentStateRelay relay;
    private final Together<Unrecorded, Recording> together =
            new Together<>(Unrecorded::keys, this::keep);

    GroupCommit(Pool database, KeepChanges keepChanges, ConsentStateRelay relay) {
        this.database = database;
        this.keepChanges = keepChanges;
        this.relay = relay;
    }

    /** Ends when it is durable, or has failed. */
    Uni<Recording> commit(Unrecorded change) {
        return together.ask(change);
    }

    private Uni<List<Recording>> keep(List<Unrecorded> changes) {
        return database.withTransaction(connection -> keepChanges.keep(connection, changes))
                .invoke(relay::nudge)
                .map(kept -> kept.stream().<Recording>map(Recorded::new).toList())
                .onFailure(DamagedState.class)
                .recoverWithUni(damaged -> keepOthers((DamagedState) damaged, changes));
    }

    /** One damaged row must not keep anybody else from being heard. */
    private Uni<List<Recording>> keepOthers(DamagedState damaged, List<Unrecorded> changes) {
        if (changes.size() == 1) {
            return Uni.createFrom().item(List.of(new Damaged()));
        }
        List<Unrecorded> others =
                changes.stream().filter(change -> !damaged.is(change.keys())).toList();
        if (others.size() == changes.size()) {
            return oneByOne(changes);
        }
        return (others.isEmpty() ? Uni.createFrom().item(List.<Recording>of()) : keep(others))
                .map(
                        kept -> {
                            Iterator<Recording> next = kept.iterator();
                            return changes.stream()
                                    .map(
                                            change ->
                                                    damaged.is(change.keys())
                                                            ? new Damaged()
                                                            : next.next())
                                    .toList();
                        });
    }

    private Uni<List<Recording>> oneByOne(List<Unrecorded> changes) {
        Uni<List<Recording>> ended = Uni.createFrom().item(List.of());
        for (Unrecorded change : changes) {
            ended =
                    ended.chain(
                            before ->
                                    keep(List.of(change))
                                            .map(
                                                    kept ->
                                                            Stream.concat(
                                                                            before.stream(),
                                                                            kept.stream())
                                                                    .toList()));
        }
        return ended;
    }
}
