package io.tact.frequency.person;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.clock.StoreClock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity has a person, another one, or none any more. What it brings along is united with what
 * stands there, and a row that several identities shared keeps what it has: a merge or a split may
 * hold back more, it never opens a cap. Any order and any repetition end in the same rows.
 */
@ApplicationScoped
class FollowIdentity {
    private final Pool database;
    private final PersonLogStore rows;
    private final MoveStore moves;
    private final CappedStore capped;
    private final StoreClock clock;

    FollowIdentity(
            Pool database,
            PersonLogStore rows,
            MoveStore moves,
            CappedStore capped,
            StoreClock clock) {
        this.database = database;
        this.rows = rows;
        this.moves = moves;
        this.capped = capped;
        this.clock = clock;
    }

    /**
     * @param person null if it belongs to nobody any more
     * @param version of the record; an older one than was followed changes nothing. 0 for "nobody",
     *     which carries none
     */
    Uni<Void> follow(String identity, @Nullable String person, long version) {
        String name = person == null ? identity : person;
        return database.withTransaction(
                transaction -> move(transaction, identity, name, version).replaceWithVoid());
    }

    private Uni<Boolean> move(
            SqlConnection transaction, String identity, String person, long version) {
        UUID own = RowKey.ofPerson(identity);
        UUID to = RowKey.ofPerson(person);
        return rows.homes(transaction, List.of(identity))
                .chain(
                        seen -> {
                            UUID from = seen.get(0).key();
                            return rows.lock(transaction, List.of(own, to, from))
                                    .chain(
                                            locked ->
                                                    move(
                                                            transaction,
                                                            new Move(
                                                                    own, from, to, person, version),
                                                            locked));
                        })
                .chain(
                        done ->
                                done
                                        ? Uni.createFrom().item(true)
                                        : move(transaction, identity, person, version));
    }

    private record Move(UUID own, UUID from, UUID to, String person, long version) {}

    /** Whether it is done; false if the identity had moved before its row was locked. */
    private Uni<Boolean> move(SqlConnection transaction, Move move, List<LockedRow> locked) {
        LockedRow own = row(locked, move.own);
        UUID home = own.movedTo() == null ? own.key() : own.movedTo();
        if (!home.equals(move.from)) {
            return Uni.createFrom().item(false);
        }
        boolean older = move.version != 0 && move.version <= own.movedVersion();
        if (older || home.equals(move.to) && move.version == 0) {
            return Uni.createFrom().item(true);
        }
        if (home.equals(move.to)) {
            return redirectOrHome(transaction, move, own).replaceWith(true);
        }
        return unite(transaction, move, locked)
                .chain(() -> redirectOrHome(transaction, move, own))
                .chain(() -> moves.left(transaction, home.equals(own.key()) ? null : home))
                .replaceWith(true);
    }

    private Uni<Void> unite(SqlConnection transaction, Move move, List<LockedRow> locked) {
        long now = clock.now().orElse(System.currentTimeMillis());
        PackedLog both = row(locked, move.to).log().union(row(locked, move.from).log(), now);
        boolean alone = move.from.equals(move.own);
        return rows.write(transaction, move.to, both)
                .chain(() -> capped.copy(transaction, move.from, move.to, move.person))
                .chain(
                        () ->
                                alone
                                        ? capped.remove(transaction, move.from)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> redirectOrHome(SqlConnection transaction, Move move, LockedRow own) {
        long version = Math.max(move.version, own.movedVersion());
        return move.to.equals(move.own)
                ? moves.comeHome(transaction, move.own, version)
                : moves.redirect(transaction, move.own, move.to, move.person, version);
    }

    private static LockedRow row(List<LockedRow> locked, UUID key) {
        return locked.stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }
}
