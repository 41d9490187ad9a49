package io.tact.profile.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Questions as they were decided; the latest version of each name is the one that counts. */
@ApplicationScoped
public class QuestionStore {
    private static final String ADD =
            "insert into question (name, definition, retired, decided_by) values ($1, $2::text::jsonb, $3, $4)";

    private static final String LATEST =
            """
            select distinct on (name) name, definition::text as definition, retired, decided_by, decided_at,
                count(*) over (partition by name) as version
            from question where $1::text is null or name = $1
            order by name, id desc""";

    private final Pool pool;
    private final ObjectMapper json;

    QuestionStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** By name, also those that are asked no more. */
    public Uni<List<RegisteredQuestion>> all() {
        return latest(null);
    }

    public Uni<Optional<RegisteredQuestion>> find(String name) {
        return latest(name).map(found -> found.stream().findFirst());
    }

    Uni<RegisteredQuestion> add(Question question, String by, boolean retired) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(question.name(), text(question), retired, by))
                .chain(() -> find(question.name()))
                .map(Optional::orElseThrow);
    }

    private Uni<List<RegisteredQuestion>> latest(@Nullable String name) {
        return pool.preparedQuery(LATEST)
                .execute(Tuple.of(name))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(this::question)
                                        .toList());
    }

    private RegisteredQuestion question(Row row) {
        return new RegisteredQuestion(
                definition(row).question(row.getString("name")),
                row.getLong("version"),
                row.getString("decided_by"),
                row.getOffsetDateTime("decided_at").toInstant(),
                row.getBoolean("retired"));
    }

    private QuestionBody definition(Row row) {
        try {
            return json.readValue(row.getString("definition"), QuestionBody.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("A kept question cannot be read", notOurs);
        }
    }

    private String text(Question question) {
        try {
            return json.writeValueAsString(QuestionBody.of(question));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A question is made of plain records", impossible);
        }
    }
}
