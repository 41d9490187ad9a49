package io.tact.consent.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/** Numbers of the ledger's tables. */
@ApplicationScoped
class HealthStore {
    private static final String NUMBERS =
            """
            select (select coalesce(max(size), 0) from ledger_checkpoint) as entries,
                (select count(*) from entry_waiting) + (select count(*) from leaf_waiting where refused_at is null) as waiting,
                (select count(*) from entry_refused) + (select count(*) from leaf_waiting where refused_at is not null) as refused""";

    private final Pool database;

    HealthStore(Pool database) {
        this.database = database;
    }

    /**
     * @param published what everybody can have
     */
    Uni<LedgerHealth> health(long published) {
        return database.preparedQuery(NUMBERS)
                .execute()
                .map(
                        rows -> {
                            Row numbers = rows.iterator().next();
                            return new LedgerHealth(
                                    numbers.getLong("entries"),
                                    published,
                                    numbers.getLong("waiting"),
                                    numbers.getLong("refused"));
                        });
    }
}
