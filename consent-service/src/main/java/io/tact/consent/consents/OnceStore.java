package io.tact.consent.consents;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.consents.Recording.KeyReused;
import io.tact.consent.consents.Recording.Recorded;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** First answers to requests that may come again, for a day. */
@ApplicationScoped
class OnceStore {
    private static final String FIRST =
            """
            select body_hash, answers, versions from idempotent_answer
            where identity_keys = $1 and key = $2 and expires_at > now()""";

    /** Each new one takes some that have expired with it, so that no clean-up has to be run. */
    private static final String SAVE =
            """
            with expired as (
                delete from idempotent_answer where ctid = any(array(
                    select ctid from idempotent_answer where expires_at <= now() and not (identity_keys = $1 and key = $2)
                    limit 10 for update skip locked))
            )
            insert into idempotent_answer (identity_keys, key, body_hash, answers, versions, expires_at)
            values ($1, $2, $3, $4, $5, now() + interval '24 hours')
            on conflict (identity_keys, key) do update
            set body_hash = excluded.body_hash, answers = excluded.answers,
                versions = excluded.versions, expires_at = excluded.expires_at
            where idempotent_answer.expires_at <= now()""";

    Uni<@Nullable Recording> first(SqlConnection connection, List<IdentityKey> keys, Once once) {
        return connection
                .preparedQuery(FIRST)
                .execute(Tuple.of(values(keys), once.key()))
                .map(rows -> rows.size() == 0 ? null : recording(rows.iterator().next(), once));
    }

    Uni<Void> save(
            SqlConnection connection, List<IdentityKey> keys, Once once, Recording recording) {
        return recording instanceof Recorded recorded
                ? save(connection, keys, once, recorded.consent())
                : Uni.createFrom().voidItem();
    }

    private static Uni<Void> save(
            SqlConnection connection, List<IdentityKey> keys, Once once, Consent consent) {
        String versions =
                consent.versions().stream()
                        .map(ConsentSeq::header)
                        .collect(Collectors.joining(","));
        return connection
                .preparedQuery(SAVE)
                .execute(
                        Tuple.of(
                                values(keys),
                                once.key(),
                                once.bodyHash(),
                                ConsentRow.json(consent.answers()),
                                versions))
                .invoke(
                        saved -> {
                            if (saved.rowCount() == 0) {
                                throw new Overtaken();
                            }
                        })
                .replaceWithVoid();
    }

    private static Recording recording(Row row, Once once) {
        return row.getString("body_hash").equals(once.bodyHash())
                ? new Recorded(
                        new Consent(
                                ConsentRow.answers(row.getJsonObject("answers")),
                                ConsentSeq.parse(List.of(row.getString("versions")))))
                : new KeyReused();
    }

    /** Another request of the same name was recorded between our look and our commit. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static String[] values(List<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::value).sorted().toArray(String[]::new);
    }
}
