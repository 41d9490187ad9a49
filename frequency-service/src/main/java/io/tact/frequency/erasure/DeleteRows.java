package io.tact.frequency.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Receipt.Deleted;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Empties the rows of an erasure. Once: when it is begun again the identities may be of somebody
 * new, and only what stands under the pseudonyms, which are nobody's for ever, goes again.
 */
@ApplicationScoped
class DeleteRows {
    private final Pool database;
    private final AppliedStore applied;
    private final ErasedRowsStore rows;

    DeleteRows(Pool database, AppliedStore applied, ErasedRowsStore rows) {
        this.database = database;
        this.applied = applied;
        this.rows = rows;
    }

    Uni<Void> delete(Erasure erasure) {
        return database.withTransaction(
                transaction ->
                        applied.begin(transaction, erasure)
                                .chain(first -> delete(transaction, erasure, first)));
    }

    private Uni<Void> delete(SqlConnection transaction, Erasure erasure, boolean first) {
        if (first) {
            return delete(transaction, Traces.of(erasure))
                    .chain(deleted -> applied.keep(transaction, erasure.request(), deleted));
        }
        return delete(transaction, new Traces(List.of(), erasure.persons())).replaceWithVoid();
    }

    private Uni<List<Deleted>> delete(SqlConnection transaction, Traces traces) {
        var deleted = new ArrayList<Deleted>();
        return rows.deleteAnswers(transaction, traces)
                .invoke(count -> deleted.add(of("idempotent_answer", count)))
                .chain(() -> rows.deleteSessions(transaction, traces))
                .invoke(count -> deleted.add(of("session_log", count)))
                .chain(() -> rows.hold(transaction, traces))
                .chain(() -> rows.empty(transaction, traces))
                .invoke(count -> deleted.add(of("person_log", count)))
                .chain(() -> rows.deleteCapped(transaction, traces))
                .invoke(count -> deleted.add(of("capped", count)))
                .replaceWith(deleted);
    }

    private static Deleted of(String table, long count) {
        return new Deleted("postgres", table, count);
    }
}
