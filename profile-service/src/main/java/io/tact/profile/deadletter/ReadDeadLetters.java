package io.tact.profile.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The latest dead letters, page by page. */
@ApplicationScoped
class ReadDeadLetters {
    private static final String LATEST =
            """
            select id, source, reason, field, redacted::text as shape, request_id, received_at from dead_letter
            where id < $1 and ($2::text is null or source = $2)
            order by id desc limit $3""";

    private final Pool pool;

    ReadDeadLetters(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param before an id; only older ones
     */
    Uni<List<Letter>> latest(Optional<String> source, long before, int atMost) {
        return pool.preparedQuery(LATEST)
                .execute(Tuple.of(before, source.orElse(null), atMost))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Letter::of)
                                        .toList());
    }

    /**
     * @param field the path of the one that is the reason, where there is one
     * @param shape of the message: its fields, and the kind and size of what stood in them
     * @param requestId as the sender was told it in {@code X-Request-Id}
     */
    @Schema(name = "DeadLetter")
    record Letter(
            long id,
            String source,
            String reason,
            @JsonInclude(Include.NON_NULL) @Nullable String field,
            @JsonRawValue @Schema(implementation = Object.class) String shape,
            @Nullable String requestId,
            Instant receivedAt) {
        static Letter of(Row row) {
            return new Letter(
                    row.getLong("id"),
                    row.getString("source"),
                    row.getString("reason"),
                    row.getString("field"),
                    row.getString("shape"),
                    row.getString("request_id"),
                    row.getOffsetDateTime("received_at").toInstant());
        }
    }
}
