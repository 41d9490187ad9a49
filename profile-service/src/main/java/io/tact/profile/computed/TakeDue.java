package io.tact.profile.computed;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.computed.SeenEvents.Due;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Computes again the days of identities about which there is news. */
@ApplicationScoped
class TakeDue {
    private static final String TAKE =
            """
            with taken as (
                delete from computed_due where id in (select id from computed_due order by id limit 500)
                returning identity_key, day
            )
            select distinct identity_key, day from taken order by identity_key, day""";

    private final SeenEvents events;
    private final PartStore parts;

    TakeDue(SeenEvents events, PartStore parts) {
        this.events = events;
        this.parts = parts;
    }

    /** Whether there was something. */
    Uni<Boolean> take(SqlClient client, List<LiveDefinition> live) {
        return client.query(TAKE)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(TakeDue::due)
                                        .toList())
                .chain(
                        due ->
                                due.isEmpty()
                                        ? Uni.createFrom().item(false)
                                        : compute(client, live, due).replaceWith(true));
    }

    private Uni<Void> compute(SqlClient client, List<LiveDefinition> live, List<Due> due) {
        return parts.forget(client, due)
                .chain(() -> events.of(client, due))
                // many definitions over many days would keep everybody else on this event loop
                // waiting
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(seen -> parts.add(client, ComputeParts.of(seen, live)));
    }

    private static Due due(Row row) {
        return new Due(new IdentityKey(row.getString("identity_key")), row.getLocalDate("day"));
    }
}
