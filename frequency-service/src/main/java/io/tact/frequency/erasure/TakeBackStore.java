package io.tact.frequency.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.erasure.Published.OutboxRow;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the outbox says about a person who is forgotten. */
@ApplicationScoped
class TakeBackStore {
    private static final String CURRENT =
            "select name || '/' || label as key from capped where name || '/' || label = any ($1::text[])";
    private static final String TOMBSTONE = "select tombstone($1, $2::text[])";

    /**
     * A relay that has read such a row already publishes it before it reads the tombstone, which is
     * of this transaction; one that has not, never publishes it.
     */
    private static final String FORGET =
            """
            delete from outbox o using unnest($1::text[], $2::bigint[]) as said (xid, id)
            where o.xid = said.xid::xid8 and o.id = said.id""";

    private static final String RECEIPT = "select send_receipt($1, $2)";

    /** Those of these keys that stand in {@code capped} now, by somebody who came back. */
    Uni<Set<String>> current(SqlConnection transaction, Collection<String> keys) {
        return transaction
                .preparedQuery(CURRENT)
                .execute(Tuple.of((Object) keys.toArray(String[]::new)))
                .map(
                        rows -> {
                            var current = new HashSet<String>();
                            rows.forEach(row -> current.add(row.getString("key")));
                            return current;
                        });
    }

    Uni<Void> tombstone(SqlConnection transaction, String topic, Collection<String> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(TOMBSTONE)
                        .execute(Tuple.of(topic, keys.toArray(String[]::new)))
                        .replaceWithVoid();
    }

    Uni<Integer> forget(SqlConnection transaction, List<OutboxRow> rows) {
        return transaction
                .preparedQuery(FORGET)
                .execute(
                        Tuple.of(
                                rows.stream().map(OutboxRow::xid).toArray(String[]::new),
                                rows.stream().map(OutboxRow::id).toArray(Long[]::new)))
                .map(gone -> gone.rowCount());
    }

    Uni<Void> receipt(SqlConnection transaction, UUID request, String signed) {
        return transaction
                .preparedQuery(RECEIPT)
                .execute(Tuple.of(request, new JsonObject(signed)))
                .replaceWithVoid();
    }
}
