package io.tact.frequency.person;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.clock.StoreClock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
    private final Forgotten forgotten;

    FollowIdentity(
            Pool database,
            PersonLogStore rows,
            MoveStore moves,
            CappedStore capped,
            StoreClock clock,
            Forgotten forgotten) {
        this.database = database;
        this.rows = rows;
        this.moves = moves;
        this.capped = capped;
        this.clock = clock;
        this.forgotten = forgotten;
    }

    /**
     * @param person null if it belongs to nobody any more
     * @param version of the record; an older one than was followed changes nothing. 0 for "nobody",
     *     which carries none
     * @param firstSeenAt since when the identity is known; if it was erased since then it is not
     *     followed
     */
    Uni<Void> follow(
            IdentityKey identity, @Nullable String person, long version, Instant firstSeenAt) {
        var news = new News(identity, person, version, firstSeenAt);
        return isForgotten(news) ? Uni.createFrom().voidItem() : follow(news);
    }

    /** In a transaction of its own each time: whoever waits again holds nothing meanwhile. */
    private Uni<Void> follow(News news) {
        return database.withTransaction(transaction -> move(transaction, news))
                .chain(done -> done ? Uni.createFrom().voidItem() : follow(news));
    }

    private record News(
            IdentityKey identity, @Nullable String person, long version, Instant firstSeenAt) {
        String name() {
            return person == null ? identity.value() : person;
        }
    }

    private boolean isForgotten(News news) {
        return news.person != null && forgotten.holds(news.identity, news.person, news.firstSeenAt);
    }

    /** Whether it is done. */
    private Uni<Boolean> move(SqlConnection transaction, News news) {
        UUID own = RowKey.ofPerson(news.identity.value());
        UUID to = RowKey.ofPerson(news.name());
        return rows.homes(transaction, List.of(news.identity.value()))
                .chain(
                        seen -> {
                            UUID from = seen.get(0).key();
                            return from.equals(to) && news.version == 0
                                    ? Uni.createFrom().item(true)
                                    : rows.lock(transaction, List.of(own, to, from))
                                            .chain(
                                                    locked ->
                                                            move(
                                                                    transaction,
                                                                    new Move(own, from, to, news),
                                                                    locked));
                        });
    }

    private record Move(UUID own, UUID from, UUID to, News news) {}

    /** Whether it is done; false if the identity had moved before its row was locked. */
    private Uni<Boolean> move(SqlConnection transaction, Move move, List<LockedRow> locked) {
        LockedRow own = row(locked, move.own);
        UUID home = own.movedTo() == null ? own.key() : own.movedTo();
        if (!home.equals(move.from)) {
            return Uni.createFrom().item(false);
        }
        long version = move.news.version;
        boolean older = version != 0 && version <= own.movedVersion();
        if (older || home.equals(move.to) && version == 0 || isForgotten(move.news)) {
            return Uni.createFrom().item(true);
        }
        if (home.equals(move.to) || isNobodys(own)) {
            return redirectOrHome(transaction, move, own).replaceWith(true);
        }
        return unite(transaction, move, locked)
                .chain(() -> redirectOrHome(transaction, move, own))
                .chain(() -> moves.left(transaction, home.equals(own.key()) ? null : home))
                .replaceWith(true);
    }

    /** Of an erasure that is about to empty that row: nothing is brought along from there. */
    private boolean isNobodys(LockedRow own) {
        return own.movedName() != null && forgotten.isNobody(own.movedName());
    }

    private Uni<Void> unite(SqlConnection transaction, Move move, List<LockedRow> locked) {
        long now = clock.now().orElse(System.currentTimeMillis());
        PackedLog both = row(locked, move.to).log().union(row(locked, move.from).log(), now);
        boolean alone = move.from.equals(move.own);
        return rows.write(transaction, move.to, both)
                .chain(() -> capped.copy(transaction, move.from, move.to, move.news.name()))
                .chain(
                        () ->
                                alone
                                        ? capped.remove(transaction, move.from)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> redirectOrHome(SqlConnection transaction, Move move, LockedRow own) {
        long version = Math.max(move.news.version, own.movedVersion());
        return move.to.equals(move.own)
                ? moves.comeHome(transaction, move.own, version)
                : moves.redirect(
                        transaction,
                        move.own,
                        move.to,
                        move.news.name(),
                        version,
                        move.news.firstSeenAt);
    }

    private static LockedRow row(List<LockedRow> locked, UUID key) {
        return locked.stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }
}
