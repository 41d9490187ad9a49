package io.tact.profile.computed;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the history for a new definition, some identities at a time. It begins when everything
 * that was being accepted without knowing of the definition has ended; what comes later is due by
 * itself. The version before it answers until it is complete.
 */
@ApplicationScoped
class Backfill {
    private static final int SLICE = 100;
    private static final String NOTICE =
            "update definition set visible_from = pg_snapshot_xmax(pg_current_snapshot()) where visible_from is null";
    private static final String BEGUN =
            """
            select id from definition
            where backfilled_to is not null and retired_at is null
                and visible_from <= pg_snapshot_xmin(pg_current_snapshot())
            order by id limit 1""";
    private static final String NEXT =
            "select identity_key from identity where identity_key > $1 order by identity_key limit $2";
    private static final String ADVANCE = "update definition set backfilled_to = $2 where id = $1";
    private static final String REPLACE =
            """
            update definition set retired_at = clock_timestamp(), retired_by = 'a later version'
            where name = (select name from definition where id = $1) and id < $1 and retired_at is null""";
    private static final String CLEAN =
            """
            delete from computed_part where ctid = any(array(
                select c.ctid from computed_part c join definition d on d.id = c.definition
                where d.retired_at is not null limit 5000))""";

    private final SeenEvents events;
    private final PartStore parts;

    Backfill(SeenEvents events, PartStore parts) {
        this.events = events;
        this.parts = parts;
    }

    /** Whether there is more. */
    Uni<Boolean> advance(SqlClient client, List<LiveDefinition> live) {
        if (live.stream().allMatch(LiveDefinition::isComplete)) {
            return Uni.createFrom().item(false);
        }
        return client.query(NOTICE)
                .execute()
                .chain(() -> client.query(BEGUN).execute())
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getLong("id"))
                                        .findFirst())
                .chain(
                        begun ->
                                begun.flatMap(id -> of(live, id))
                                        .map(definition -> slice(client, definition))
                                        .orElse(Uni.createFrom().item(false)));
    }

    /** What is left of definitions that are in force no more. Whether there is more. */
    Uni<Boolean> clean(SqlClient client) {
        return client.query(CLEAN).execute().map(rows -> rows.rowCount() == 5_000);
    }

    private static Optional<LiveDefinition> of(List<LiveDefinition> live, long id) {
        return live.stream().filter(definition -> definition.id() == id).findFirst();
    }

    private Uni<Boolean> slice(SqlClient client, LiveDefinition definition) {
        return client.preparedQuery(NEXT)
                .execute(Tuple.of(Optional.ofNullable(definition.backfilledTo()).orElse(""), SLICE))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getString("identity_key"))
                                        .toList())
                .chain(identities -> slice(client, definition, identities));
    }

    private Uni<Boolean> slice(
            SqlClient client, LiveDefinition definition, List<String> identities) {
        boolean isLast = identities.size() < SLICE;
        return parts.forget(client, identities, definition.id())
                .chain(() -> events.all(client, identities))
                // many definitions over many days would keep everybody else on this event loop
                // waiting
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(seen -> parts.add(client, ComputeParts.of(seen, List.of(definition))))
                .chain(
                        () ->
                                advance(
                                        client,
                                        definition.id(),
                                        isLast ? null : identities.get(SLICE - 1)))
                .replaceWith(true);
    }

    private static Uni<Void> advance(SqlClient client, long id, @Nullable String to) {
        return client.preparedQuery(ADVANCE)
                .execute(Tuple.of(id, to))
                .chain(
                        () ->
                                to == null
                                        ? client.preparedQuery(REPLACE).execute(Tuple.of(id))
                                        : Uni.createFrom().nullItem())
                .replaceWithVoid();
    }
}
