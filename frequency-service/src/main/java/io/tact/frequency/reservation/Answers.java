package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.Sitting;
import io.tact.frequency.person.RowKey;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first answer to a request that may come again, for 24 hours, or until its session ends. A
 * request that comes while the first one is being answered waits for it.
 */
@ApplicationScoped
public class Answers {
    private static final long KEPT = 24 * 60 * 60_000L;
    private static final String CLAIM =
            """
            insert into idempotent_answer as a (subject, key, body, answered, session) values ($1, $2, $3, $4, $6)
            on conflict (subject, key) do update
            set body = excluded.body, answer = null, answered = excluded.answered where a.answered <= $5
            returning true""";
    private static final String FIND =
            "select body, answer from idempotent_answer where subject = $1 and key = $2";
    private static final String KEEP =
            "update idempotent_answer set answer = $3 where subject = $1 and key = $2";
    private static final String SWEEP = "delete from idempotent_answer where answered <= $1";
    private static final String SWEEP_SESSIONS =
            """
            delete from idempotent_answer a
            where a.session and a.answered <= $1
              and not exists (select from session_log s where s.key = a.subject and s.started <= a.answered)""";

    /**
     * Whose key it is.
     *
     * @param session without {@code marketing}: what was answered is forgotten with it
     */
    record Subject(UUID row, boolean session) {
        static Subject person(String identity) {
            return new Subject(RowKey.ofPerson(identity), false);
        }

        static Subject session(String id) {
            return new Subject(RowKey.ofSession(id), true);
        }
    }

    /** What is known of a key. */
    sealed interface Claim {
        /** Nothing: this request is the first, and its answer is to be kept. */
        record First() implements Claim {}

        /** The request came before and was answered. */
        record Answered(String answer) implements Claim {}

        /** The key came before with another request. */
        record Foreign() implements Claim {}
    }

    Uni<Claim> claim(
            SqlConnection transaction, Subject subject, String key, byte[] body, long now) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(
                        Tuple.of(
                                subject.row,
                                key,
                                Buffer.buffer(body),
                                now,
                                now - KEPT,
                                subject.session))
                .chain(
                        rows ->
                                rows.rowCount() == 1
                                        ? Uni.createFrom().item(new Claim.First())
                                        : find(transaction, subject, key, body));
    }

    private static Uni<Claim> find(
            SqlConnection transaction, Subject subject, String key, byte[] body) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(subject.row, key))
                .map(rows -> rows.iterator().next())
                .map(
                        row ->
                                row.getBuffer("body").getDelegate().equals(Buffer.buffer(body))
                                        ? new Claim.Answered(given(row.getString("answer")))
                                        : new Claim.Foreign());
    }

    Uni<Void> keep(SqlConnection transaction, Subject subject, String key, String answer) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(subject.row, key, answer))
                .replaceWithVoid();
    }

    /** Removes the answers that are over; those of sessions once the sessions are removed. */
    public Uni<Void> sweep(SqlClient database, long now) {
        return database.preparedQuery(SWEEP)
                .execute(Tuple.of(now - KEPT))
                .chain(
                        () ->
                                database.preparedQuery(SWEEP_SESSIONS)
                                        .execute(Tuple.of(now - Sitting.IDLE)))
                .replaceWithVoid();
    }

    private static String given(@Nullable String answer) {
        if (answer == null) {
            throw new IllegalStateException("An answer was committed without its content");
        }
        return answer;
    }
}
