package io.tact.recommendation.served;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Served answers in Postgres: only on their way out, the topic keeps them. */
@ApplicationScoped
class ServedStore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String WRITE =
            """
            insert into outbox (topic, key, type, payload, request_id)
            select 'recommendation.served.v1', row ->> 'key', 'io.tact.recommendation.served.v1',
                   row -> 'payload', row ->> 'requestId'
            from json_array_elements($1::text::json) as row""";

    private final Pool database;
    private final ObjectMapper json;

    ServedStore(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Waits for the database; never on a request's thread. */
    void write(List<ServedAnswer> answers) {
        database.preparedQuery(WRITE).execute(Tuple.of(text(answers))).await().atMost(PATIENCE);
    }

    private String text(List<ServedAnswer> answers) {
        try {
            return json.writeValueAsString(answers.stream().map(Row::of).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Answers are plain values", impossible);
        }
    }

    record Row(String key, Message payload, String requestId) {
        static Row of(ServedAnswer answer) {
            return new Row(
                    answer.key().value() + "/" + answer.answerId(),
                    new Message(
                            answer.answerId(),
                            answer.placement(),
                            answer.rung(),
                            answer.items(),
                            answer.indexVersion(),
                            answer.at()),
                    answer.requestId());
        }
    }

    /** The value of {@code recommendation.served.v1}. */
    record Message(
            String answerId,
            String placement,
            String rung,
            List<ServedAnswer.Shown> items,
            String indexVersion,
            Instant at) {}
}
