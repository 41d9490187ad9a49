package io.tact.consent.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Receipt.Deleted;
import io.tact.consent.client.erasure.SignReceipts;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Which requests have their receipt. */
@ApplicationScoped
class AnsweredErasures {
    private static final String ANSWERED =
            "select request from erasure_applied where request = any($1)";

    private static final String ANSWER = "select send_receipt($1, $3) where claim_erasure($1, $2)";

    private final Pool database;
    private final SignReceipts receipts;

    AnsweredErasures(Pool database, SignReceipts receipts) {
        this.database = database;
        this.receipts = receipts;
    }

    Uni<Set<UUID>> of(List<Erasure> erasures) {
        return database.preparedQuery(ANSWERED)
                .execute(Tuple.of(erasures.stream().map(Erasure::request).toArray(UUID[]::new)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getUUID(0))
                                        .collect(Collectors.toSet()));
    }

    /** Once: another replica may have answered meanwhile. */
    Uni<Void> answer(SqlConnection connection, Erasure erasure, List<Deleted> deleted) {
        return connection
                .preparedQuery(ANSWER)
                .execute(
                        Tuple.of(
                                erasure.request(),
                                erasure.erasedAt().atOffset(ZoneOffset.UTC),
                                new JsonObject(receipts.sign(erasure, deleted))))
                .replaceWithVoid();
    }
}
