package io.tact.profile.computed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tact.profile.computed.Expressions.Invalid;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The definitions, each version of them a row that is never changed but for how far it got. */
@ApplicationScoped
class DefinitionStore {
    private static final Logger LOG = Logger.getLogger(DefinitionStore.class);
    private static final String DEFINE =
            "insert into definition (name, body, defined_by) values ($1, $2::text::jsonb, $3)";
    private static final String RETIRE =
            "update definition set retired_at = clock_timestamp(), retired_by = $2 where name = $1 and retired_at is null";
    private static final String LIVE =
            """
            select id, name, body::text as body, backfilled_to, defined_by, defined_at from definition
            where retired_at is null order by name, id""";

    private final Pool pool;
    private final ObjectMapper json;
    private final Map<Long, CompiledDefinition> compiled = new ConcurrentHashMap<>();

    DefinitionStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Void> define(Definition definition, String by) {
        return pool.preparedQuery(DEFINE)
                .execute(Tuple.of(definition.name(), text(DefinitionBody.of(definition)), by))
                .replaceWithVoid();
    }

    /** Whether there was one. */
    Uni<Boolean> retire(String name, String by) {
        return pool.preparedQuery(RETIRE)
                .execute(Tuple.of(name, by))
                .map(rows -> rows.rowCount() > 0);
    }

    Uni<List<Defined>> defined() {
        return pool.preparedQuery(LIVE)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(this::row)
                                        .toList());
    }

    Uni<List<LiveDefinition>> live() {
        return live(pool);
    }

    /** All that are in force or about to be. */
    Uni<List<LiveDefinition>> live(SqlClient client) {
        return client.preparedQuery(LIVE)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(this::row)
                                        .flatMap(defined -> compiled(defined).stream())
                                        .toList());
    }

    private Optional<LiveDefinition> compiled(Defined row) {
        try {
            CompiledDefinition known = compiled.get(row.id());
            if (known == null) {
                known = CompiledDefinition.of(row.body().named(row.name()));
                compiled.put(row.id(), known);
            }
            return Optional.of(new LiveDefinition(row.id(), known, row.backfilledTo()));
        } catch (Invalid | IllegalArgumentException outdated) {
            LOG.errorf(
                    "A definition is not understood any more and is left out: name=%s", row.name());
            return Optional.empty();
        }
    }

    private Defined row(Row row) {
        try {
            return new Defined(
                    row.getLong("id"),
                    row.getString("name"),
                    json.readValue(row.getString("body"), DefinitionBody.class),
                    row.getString("backfilled_to"),
                    row.getString("defined_by"),
                    row.getOffsetDateTime("defined_at").toInstant());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("We wrote it", impossible);
        }
    }

    private String text(DefinitionBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("It is made of plain records", impossible);
        }
    }

    /**
     * @param by the staff member's subject
     */
    record Defined(
            long id,
            String name,
            DefinitionBody body,
            @Nullable String backfilledTo,
            String by,
            Instant at) {}
}
