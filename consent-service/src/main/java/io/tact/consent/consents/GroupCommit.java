package io.tact.consent.consents;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.tact.consent.consents.Recording.Damaged;
import io.tact.consent.consents.Recording.Recorded;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes that arrive while others are being committed are committed together: one transaction and
 * one flush to disk for all that wait. A change alone waits for nobody.
 */
@ApplicationScoped
class GroupCommit {
    private static final int MOST_AT_A_TIME = 64;

    /** While one transaction is flushed, another can read and lock. */
    private static final int LANES = 2;

    private final Pool database;
    private final KeepChanges keepChanges;
    private final ConsentStateRelay relay;
    private final WaitingChanges<Waiting> waiting =
            new WaitingChanges<>(one -> one.unrecorded().keys(), MOST_AT_A_TIME);
    private int lanes;

    GroupCommit(Pool database, KeepChanges keepChanges, ConsentStateRelay relay) {
        this.database = database;
        this.keepChanges = keepChanges;
        this.relay = relay;
    }

    /** Ends when it is durable, or has failed; on the caller's own Vert.x context if it has one. */
    Uni<Recording> commit(Unrecorded unrecorded) {
        return Uni.createFrom()
                .emitter(emitter -> add(new Waiting(unrecorded, emitter, Vertx.currentContext())));
    }

    private void add(Waiting change) {
        synchronized (waiting) {
            waiting.add(change);
        }
        fillLanes();
    }

    private void fillLanes() {
        for (List<Waiting> taken = take(); !taken.isEmpty(); taken = take()) {
            List<Waiting> together = taken;
            keep(together)
                    .subscribe()
                    .with(
                            ignored -> done(together),
                            failure -> {
                                together.forEach(change -> change.fail(failure));
                                done(together);
                            });
        }
    }

    private List<Waiting> take() {
        synchronized (waiting) {
            List<Waiting> taken = lanes < LANES ? waiting.take() : List.of();
            lanes += taken.isEmpty() ? 0 : 1;
            return taken;
        }
    }

    private void done(List<Waiting> together) {
        synchronized (waiting) {
            waiting.done(together);
            lanes--;
        }
        fillLanes();
    }

    private Uni<Void> keep(List<Waiting> together) {
        List<Unrecorded> changes = together.stream().map(Waiting::unrecorded).toList();
        return database.withTransaction(connection -> keepChanges.keep(connection, changes))
                .invoke(
                        kept -> {
                            relay.nudge();
                            for (int i = 0; i < kept.size(); i++) {
                                together.get(i).end(new Recorded(kept.get(i)));
                            }
                        })
                .replaceWithVoid()
                .onFailure(DamagedState.class)
                .recoverWithUni(damaged -> without((DamagedState) damaged, together));
    }

    /** One damaged row must not keep anybody else from being heard. */
    private Uni<Void> without(DamagedState damaged, List<Waiting> together) {
        if (together.size() == 1) {
            together.get(0).end(new Damaged());
            return Uni.createFrom().voidItem();
        }
        var rest = new ArrayList<Waiting>();
        for (Waiting change : together) {
            if (damaged.is(change.unrecorded().keys())) {
                change.end(new Damaged());
            } else {
                rest.add(change);
            }
        }
        if (rest.size() < together.size()) {
            return rest.isEmpty() ? Uni.createFrom().voidItem() : keep(rest);
        }
        Uni<Void> oneByOne = Uni.createFrom().voidItem();
        for (Waiting change : rest) {
            oneByOne = oneByOne.chain(() -> keep(List.of(change)));
        }
        return oneByOne;
    }

    /**
     * Whoever waits for the end of a change.
     *
     * @param context where it goes on; null: anywhere
     */
    private record Waiting(
            Unrecorded unrecorded,
            UniEmitter<? super Recording> emitter,
            @Nullable Context context) {
        void end(Recording recording) {
            goOn(() -> emitter.complete(recording));
        }

        void fail(Throwable failure) {
            goOn(() -> emitter.fail(failure));
        }

        private void goOn(Runnable next) {
            if (context == null) {
                next.run();
            } else {
                context.runOnContext(ignored -> next.run());
            }
        }
    }
}
