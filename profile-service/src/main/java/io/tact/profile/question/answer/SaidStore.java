package io.tact.profile.question.answer;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.question.Question;
import io.tact.profile.telling.Teller;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What is said to questions and is no trait, and how all of it ends. */
@ApplicationScoped
class SaidStore {
    private static final String KEEP_ASIDE =
            """
            insert into answer_about_other (identity_key, name, value, purpose, source, at, expires_at)
            values ($1, $2, $3::text::jsonb, $4, $5, $6, $7)
            on conflict (identity_key, name) do update
            set value = excluded.value, purpose = excluded.purpose, source = excluded.source, at = excluded.at,
                expires_at = excluded.expires_at
            where excluded.at >= answer_about_other.at""";

    private static final String ASIDES =
            """
            select name, value::text as value, purpose, source, at, expires_at from answer_about_other
            where identity_key = any($1) and expires_at > $2 order by at desc, identity_key""";

    private static final String SKIP =
            """
            insert into question_skip (identity_key, name, at, until) values ($1, $2, $3, $4)
            on conflict (identity_key, name) do update set at = excluded.at, until = excluded.until
            where excluded.at >= question_skip.at""";

    private static final String SKIPPED =
            "select name from question_skip where identity_key = any($1) and until > $2";

    private static final String FORGET_ASIDE =
            "delete from answer_about_other where identity_key = any($1) and name = $2";

    private static final String UNSKIP =
            "delete from question_skip where identity_key = any($1) and name = $2";

    private final Pool pool;

    SaidStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> keepAside(
            Teller teller, Question question, SaidValue value, Instant at, Instant until) {
        Tuple row = Tuple.of(teller.identity().key().value(), question.name(), value.json());
        row.addString(question.purpose().name()).addString(teller.source());
        row.addValue(at.atOffset(UTC)).addValue(until.atOffset(UTC));
        return run(pool, KEEP_ASIDE, row).replaceWithVoid();
    }

    /** Those that count by now, the latest first. */
    Uni<List<Aside>> asides(Collection<IdentityKey> keys, Instant now) {
        return run(pool, ASIDES, Tuple.of(texts(keys), now.atOffset(UTC)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Aside::of)
                                        .toList());
    }

    Uni<Void> skip(IdentityKey by, String question, Instant at, Instant until) {
        return run(
                        pool,
                        SKIP,
                        Tuple.of(by.value(), question, at.atOffset(UTC), until.atOffset(UTC)))
                .replaceWithVoid();
    }

    /** The names of those that are not asked again yet. */
    Uni<Set<String>> skipped(Collection<IdentityKey> keys, Instant now) {
        return run(pool, SKIPPED, Tuple.of(texts(keys), now.atOffset(UTC)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getString("name"))
                                        .collect(Collectors.toUnmodifiableSet()));
    }

    Uni<Void> unskip(IdentityKey by, String question) {
        return run(pool, UNSKIP, Tuple.of(new String[] {by.value()}, question)).replaceWithVoid();
    }

    /** All that these said to a question, and that they skipped it. */
    Uni<Void> forget(Collection<IdentityKey> keys, String question, String requestId) {
        Tuple what = Tuple.of(texts(keys), question);
        return pool.withTransaction(
                connection ->
                        run(
                                        connection,
                                        "select forget_named($1, $2, 'told', $3)",
                                        Tuple.of(texts(keys), question, requestId))
                                .chain(() -> run(connection, FORGET_ASIDE, what))
                                .chain(() -> run(connection, UNSKIP, what))
                                .replaceWithVoid());
    }

    private static Uni<RowSet<Row>> run(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters);
    }

    private static String[] texts(Collection<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::value).toArray(String[]::new);
    }

    /** An answer about somebody else. Its value is not printed. */
    record Aside(
            String question,
            String value,
            Purpose purpose,
            String source,
            Instant at,
            Instant until) {
        static Aside of(Row row) {
            return new Aside(
                    row.getString("name"),
                    row.getString("value"),
                    new Purpose(row.getString("purpose")),
                    row.getString("source"),
                    row.getOffsetDateTime("at").toInstant(),
                    row.getOffsetDateTime("expires_at").toInstant());
        }

        @Override
        public String toString() {
            return "Aside to " + question;
        }
    }
}
