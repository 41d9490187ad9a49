package io.tact.consent.ledger;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.Statement;
import io.tact.consent.client.identity.IdentityKey;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The state rows, the entries behind them, and the news for the topic. */
@ApplicationScoped
class ConsentStore {
    static final String TOPIC = "consent.state.v1";

    /**
     * Locks the rows in the order of their keys, so that two requests never wait for each other,
     * and gives each its next version and time. The clock is read under the lock and never goes
     * back, so a withdrawal is later than all that it withdraws.
     */
    private static final String CLAIM =
            """
            insert into consent_state as known (identity_key, pseudonym, version, recorded_at, answers)
            select key, gen_random_uuid(), 1, clock_timestamp(), '{}'
            from unnest($1::text[]) as key order by key collate "C"
            on conflict (identity_key) do update
            set version = known.version + 1,
                recorded_at = greatest(clock_timestamp(), known.recorded_at + interval '1 microsecond')
            returning identity_key, version, recorded_at, answers""";

    private static final String APPEND =
            """
            with next as (
                select * from unnest($1::text[], $2::text[]) as n (identity_key, answers)
            ), state as (
                update consent_state set answers = next.answers::jsonb
                from next where consent_state.identity_key = next.identity_key
                returning consent_state.identity_key, pseudonym, version, recorded_at
            ), entry as (
                insert into consent_entry (pseudonym, version, recorded_at, given_at, answers, privacy_signal, notice)
                select pseudonym, version, recorded_at, $3, $4, $5, $6 from state
            )
            insert into outbox (topic, key, type, request_id)
            select $7, identity_key, $8, $9 from state""";

    private static final String FIND =
            "select identity_key, version, recorded_at, answers from consent_state where identity_key = any($1)";

    private final Pool database;

    ConsentStore(Pool database) {
        this.database = database;
    }

    /** In the order of the keys; an unasked one for whoever never answered. */
    Uni<List<ConsentState>> find(List<IdentityKey> keys) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(values(keys)))
                .map(ConsentStore::byKey)
                .map(
                        found ->
                                keys.stream()
                                        .map(
                                                key ->
                                                        found.getOrDefault(
                                                                key, ConsentState.unasked(key)))
                                        .toList());
    }

    /** Locked until the end of the transaction, each with its next version. */
    Uni<List<ConsentState>> claim(SqlConnection connection, List<IdentityKey> keys) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(values(keys)))
                .map(ConsentStore::byKey)
                .map(claimed -> keys.stream().map(claimed::get).toList());
    }

    /** What was said, what it amounts to, and that there is news. */
    Uni<Void> append(
            SqlConnection connection, List<ConsentState> next, Statement said, String requestId) {
        var parameters =
                Tuple.tuple()
                        .addArrayOfString(values(next.stream().map(ConsentState::key).toList()))
                        .addArrayOfString(
                                next.stream()
                                        .map(state -> ConsentRow.json(state.answers()).encode())
                                        .toArray(String[]::new))
                        .addOffsetDateTime(givenAt(said))
                        .addJsonObject(ConsentRow.json(said))
                        .addBoolean(said.privacySignal())
                        .addJsonObject(notice(said))
                        .addString(TOPIC)
                        .addString("io.tact." + TOPIC)
                        .addString(requestId);
        return connection.preparedQuery(APPEND).execute(parameters).replaceWithVoid();
    }

    private static Map<IdentityKey, ConsentState> byKey(
            io.vertx.mutiny.sqlclient.RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ConsentRow::state)
                .collect(Collectors.toMap(ConsentState::key, Function.identity()));
    }

    private static String[] values(List<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::value).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime givenAt(Statement said) {
        return said.givenAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static @Nullable JsonObject notice(Statement said) {
        return said.notice().map(ConsentRow::json).orElse(null);
    }
}
