package io.tact.profile.export;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.linking.FindMine;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/**
 * All tables as they were at one moment, for as long as it is open, and whose rows of them are
 * asked for. It holds a connection.
 */
record Snapshot(
        SqlConnection connection,
        Transaction transaction,
        String taken,
        Instant at,
        List<IdentityKey> mine) {
    /** Bounds what is in memory: a row can be as large as a message. */
    private static final int AT_ONCE = 50;

    private static final String BEGIN =
            "set transaction isolation level repeatable read, read only";

    /** Whoever does not take what they asked for is not waited for. */
    private static final String IMPATIENT = "set local idle_in_transaction_session_timeout = '60s'";

    private static final String TIME = "select utc(now()) as text, now() as at";

    static Uni<Snapshot> open(Pool pool, Caller caller) {
        return pool.getConnection()
                .chain(
                        connection ->
                                connection
                                        .begin()
                                        .chain(transaction -> open(connection, transaction, caller))
                                        .onFailure()
                                        .call(connection::close));
    }

    private static Uni<Snapshot> open(
            SqlConnection connection, Transaction transaction, Caller caller) {
        return connection
                .query(BEGIN)
                .execute()
                .chain(() -> connection.query(IMPATIENT).execute())
                .chain(() -> FindMine.of(connection, caller))
                .chain(
                        mine ->
                                connection
                                        .query(TIME)
                                        .execute()
                                        .map(rows -> rows.iterator().next())
                                        .map(
                                                row ->
                                                        new Snapshot(
                                                                connection,
                                                                transaction,
                                                                row.getString("text"),
                                                                row.getOffsetDateTime("at")
                                                                        .toInstant(),
                                                                mine)));
    }

    /** JSON objects, no faster than they are taken. */
    Multi<String> rows(Section section, String providers) {
        Object keys = mine.stream().map(IdentityKey::value).toArray(String[]::new);
        Tuple parameters = section.namesProviders() ? Tuple.of(keys, providers) : Tuple.of(keys);
        return connection
                .prepare(section.asText())
                .onItem()
                .transformToMulti(
                        prepared ->
                                prepared.createStream(AT_ONCE, parameters)
                                        .toMulti()
                                        .map(row -> row.getString(0))
                                        .onTermination()
                                        .call(prepared::close));
    }

    /** Nothing was written, so that it does not matter how it ends. */
    Uni<Void> close() {
        return transaction.rollback().eventually(connection::close);
    }
}
