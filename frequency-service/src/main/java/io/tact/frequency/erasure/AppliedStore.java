package io.tact.frequency.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Receipt.Deleted;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which erasures were applied, and what was deleted by them. */
@ApplicationScoped
class AppliedStore {
    /**
     * A pseudonym, or an identity as it was known before, that stands here in spite of its erasure
     * came with a record that another replica was still reading.
     */
    private static final String OPEN =
            """
            select e.request from unnest($1::uuid[]) as e (request)
            where not exists (select from erasure_applied a where a.request = e.request and a.answered_at is not null)
            union
            select n.request from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) as n (request, key, until)
            join person_log l on l.key = n.key and (n.until is null or l.first_seen_at <= n.until)""";

    private static final String BEGIN = "select claim_erasure($1, $2)";
    private static final String KEEP =
            "update erasure_applied set deleted = $2::json where request = $1";
    private static final String ANSWER =
            """
            update erasure_applied set answered_at = clock_timestamp()
            where request = $1 and answered_at is null returning deleted::text as deleted""";
    private static final TypeReference<List<Deleted>> LIST = new TypeReference<>() {};

    private final ObjectMapper json;

    AppliedStore(ObjectMapper json) {
        this.json = json;
    }

    /** Those about which something is left to do. */
    Uni<List<Erasure>> open(SqlClient database, List<Erasure> erasures) {
        var requests = new ArrayList<UUID>();
        var keys = new ArrayList<UUID>();
        var until = new ArrayList<@Nullable OffsetDateTime>();
        for (Erasure erasure : erasures) {
            Traces traces = Traces.of(erasure);
            for (UUID key : traces.rowsOfPersons()) {
                requests.add(erasure.request());
                keys.add(key);
                until.add(null);
            }
            for (UUID key : traces.rowsOfIdentities()) {
                requests.add(erasure.request());
                keys.add(key);
                until.add(erasure.erasedAt().atOffset(ZoneOffset.UTC));
            }
        }
        return database.preparedQuery(OPEN)
                .execute(
                        Tuple.of(
                                erasures.stream().map(Erasure::request).toArray(UUID[]::new),
                                requests.toArray(UUID[]::new),
                                keys.toArray(UUID[]::new),
                                until.toArray(OffsetDateTime[]::new)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getUUID("request"))
                                        .collect(Collectors.toSet()))
                .map(open -> once(erasures, open));
    }

    private static List<Erasure> once(List<Erasure> erasures, Set<UUID> open) {
        return erasures.stream().filter(erasure -> open.remove(erasure.request())).toList();
    }

    /** Whether nobody has begun it before; waits for a replica that is just doing so. */
    Uni<Boolean> begin(SqlConnection transaction, Erasure erasure) {
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.of(erasure.request(), erasure.erasedAt().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    Uni<Void> keep(SqlConnection transaction, UUID request, List<Deleted> deleted) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(request, new JsonArray(write(deleted))))
                .replaceWithVoid();
    }

    /** What had been deleted; empty if it was answered before. */
    Uni<Optional<List<Deleted>>> answer(SqlConnection transaction, UUID request) {
        return transaction
                .preparedQuery(ANSWER)
                .execute(Tuple.of(request))
                .map(
                        rows -> {
                            var iterator = rows.iterator();
                            return iterator.hasNext()
                                    ? Optional.of(read(iterator.next()))
                                    : Optional.empty();
                        });
    }

    private String write(List<Deleted> deleted) {
        try {
            return json.writeValueAsString(deleted);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Names and numbers are JSON", impossible);
        }
    }

    private List<Deleted> read(Row row) {
        try {
            return json.readValue(row.getString("deleted"), LIST);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("What was deleted cannot be read", damaged);
        }
    }
}
