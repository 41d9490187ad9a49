package io.tact.profile.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes a batch: one statement, which is one transaction. */
@ApplicationScoped
public class EventLogStore {
    private static final String ACCEPT = "select kept, sighted from accept($1::text::jsonb)";

    private final Pool pool;
    private final ObjectMapper json;

    EventLogStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    public Uni<Accepted> accept(Batch.Row batch) {
        return pool.preparedQuery(ACCEPT)
                .execute(Tuple.of(text(batch)))
                .map(rows -> Accepted.of(rows.iterator().next()));
    }

    private String text(Batch.Row batch) {
        try {
            return json.writeValueAsString(batch);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A batch is made of plain records", impossible);
        }
    }

    /**
     * @param kept events that were new
     * @param sighted news about edges
     */
    public record Accepted(int kept, int sighted) {
        static Accepted of(Row row) {
            return new Accepted(row.getInteger("kept"), row.getInteger("sighted"));
        }
    }
}
