package io.tact.frequency.person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What changes in the rows when an identity changes its person. The caller holds their locks. */
@ApplicationScoped
class MoveStore {
    private static final String REDIRECT =
            """
            update person_log
            set moved_to = $2, moved_name = $3, moved_version = $4, first_seen_at = $5, generation = generation + 1,
                ids = null, whats = null, sessions = null, pending = null, gone = null
            where key = $1""";
    private static final String COME_HOME =
            """
            update person_log
            set moved_to = null, moved_name = null, moved_version = $2, first_seen_at = null,
                generation = generation + 1
            where key = $1""";
    private static final String LEFT =
            "update person_log set generation = generation + 1 where key = $1";

    /**
     * From now on this identity's impressions stand in that row.
     *
     * @param firstSeenAt since when the identity is known of which this is said
     */
    Uni<Void> redirect(
            SqlConnection transaction,
            UUID identity,
            UUID to,
            String person,
            long version,
            Instant firstSeenAt) {
        return transaction
                .preparedQuery(REDIRECT)
                .execute(
                        Tuple.of(
                                identity,
                                to,
                                person,
                                version,
                                firstSeenAt.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** From now on they stand in its own row again. */
    Uni<Void> comeHome(SqlConnection transaction, UUID identity, long version) {
        return transaction
                .preparedQuery(COME_HOME)
                .execute(Tuple.of(identity, version))
                .replaceWithVoid();
    }

    /** Decisions under way that found this row for the identity that left have to look again. */
    Uni<Void> left(SqlConnection transaction, @Nullable UUID row) {
        return row == null
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(LEFT).execute(Tuple.of(row)).replaceWithVoid();
    }
}
