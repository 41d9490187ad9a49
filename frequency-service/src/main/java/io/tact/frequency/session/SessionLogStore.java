package io.tact.frequency.session;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.Label;
import io.tact.frequency.cap.Sitting;
import io.tact.frequency.person.LogColumns;
import io.tact.frequency.person.PackedLog;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The rows of sessions. */
@ApplicationScoped
public class SessionLogStore {
    private static final String VISIT =
            """
            insert into session_log as s (key, started, visited)
            select $1::uuid, $2::bigint, $2::bigint from registry where version = $3::bigint
            on conflict (key) do update set (started, visited, ids, whats, pending, gone, stops) = (
                select case when open then s.started else excluded.started end, greatest(s.visited, excluded.visited),
                       case when open then s.ids end, case when open then s.whats end, case when open then s.pending end,
                       case when open then s.gone end, case when open then s.stops end
                from (select excluded.visited < s.visited + 1800000 and excluded.visited < s.started + 86400000) as o (open))
            returning *""";
    private static final String FIND = "select * from session_log where key = $1";
    private static final String LOCK = FIND + " for update";
    private static final String WRITE =
            """
            update session_log set ids = $2, whats = $3, pending = $4, gone = $5 where key = $1""";
    private static final String STOP =
            """
            update session_log set stops = coalesce(stops, '{}') || array[$2]
            where key = $1 and $2 <> all (coalesce(stops, '{}'))""";
    private static final String SWEEP =
            "delete from session_log where visited <= $1::bigint or started <= $2::bigint";

    /**
     * Somebody is here: the session goes on, or begins anew if it was over. The row is locked from
     * now on.
     *
     * @param version of the rules that will decide; empty, and nothing happened, if others are in
     *     force
     */
    public Uni<Optional<SessionRow>> visit(
            SqlConnection transaction, UUID key, long version, long now) {
        return transaction
                .preparedQuery(VISIT)
                .execute(Tuple.of(key, now, version))
                .map(SessionLogStore::first);
    }

    public Uni<Optional<SessionRow>> find(SqlClient database, UUID key) {
        return database.preparedQuery(FIND).execute(Tuple.of(key)).map(SessionLogStore::first);
    }

    public Uni<Optional<SessionRow>> lock(SqlConnection transaction, UUID key) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(key)).map(SessionLogStore::first);
    }

    public Uni<Void> write(SqlConnection transaction, UUID key, PackedLog log) {
        return transaction
                .preparedQuery(WRITE)
                .execute(LogColumns.write(Tuple.of(key), log, false))
                .replaceWithVoid();
    }

    public Uni<Void> stop(SqlConnection transaction, UUID key, Label label) {
        return transaction
                .preparedQuery(STOP)
                .execute(Tuple.of(key, label.value()))
                .replaceWithVoid();
    }

    /** Removes the sessions that are over. */
    public Uni<Integer> sweep(SqlClient database, long now) {
        return database.preparedQuery(SWEEP)
                .execute(Tuple.of(now - Sitting.IDLE, now - Sitting.HARD))
                .map(RowSet::rowCount);
    }

    private static Optional<SessionRow> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(SessionRow.of(iterator.next())) : Optional.empty();
    }
}
