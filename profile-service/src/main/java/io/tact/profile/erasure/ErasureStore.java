package io.tact.profile.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Receipt;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.linking.EraseIdentities.Erased;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who asked to be forgotten, and how far that is here. */
@ApplicationScoped
class ErasureStore {
    private static final String UNDER_WAY =
            """
            select request from erasure join erased_identity using (request)
            where identity_key = any($1) and erasure.erased_at is null order by requested_at limit 1""";

    private static final String BEGIN =
            """
            with begun as (
                insert into erasure (request, persons, deleted) values ($1, '{}', '{}') on conflict do nothing returning request
            )
            insert into erased_identity (identity_key, request)
            select key, request from begun, unnest($2::text[]) as key order by key""";

    /** Adds up what went before and what went now. */
    private static final String ADD =
            """
            update erasure set
                persons = (select coalesce(array_agg(distinct person), '{}') from unnest(persons || $2::text[]) as person),
                deleted = (
                    select coalesce(jsonb_object_agg(name, rows), '{}') from (
                        select key as name, sum(value::bigint) as rows
                        from (select * from jsonb_each_text(deleted) union all select * from jsonb_each_text($3::text::jsonb)) as counted
                        group by key) as added)
            where request = $1""";

    /** Whatever began before a request and may not have known of it has ended. */
    private static final String ENDABLE =
            """
            select request from erasure
            where erased_at is null and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by requested_at limit 50""";

    private static final String LOCK =
            "select 1 from erasure where request = $1 and erased_at is null for update skip locked";

    private static final String KEYS =
            "select identity_key from erased_identity where request = $1 order by identity_key";

    private static final String END =
            """
            with ended as (
                update erasure set erased_at = coalesce($2, clock_timestamp()) where request = $1
                returning request, erased_at, persons, deleted
            ), known as (
                update erased_identity set erased_at = ended.erased_at from ended where erased_identity.request = ended.request
            ), unpublished as (
                delete from outbox where payload is not null and split_part(key, '/', 1) = any($3)
            )
            select erased_at, persons, deleted::text as deleted from ended""";

    /** To the others, once, and what this service answers itself. */
    private static final String ANNOUNCE =
            """
            insert into outbox (topic, key, type, payload)
            select topic, $1::text, 'io.tact.' || topic, payload
            from unnest($2::text[], $3::text[]::json[]) as o (topic, payload)""";

    private static final String UNKNOWN =
            """
            select request from unnest($1::uuid[]) as request
            where not exists (select from erasure known where known.request = request.request)""";

    Uni<Optional<UUID>> underWay(SqlClient client, Collection<IdentityKey> keys) {
        return client.preparedQuery(UNDER_WAY)
                .execute(Tuple.of((Object) texts(keys)))
                .map(ErasureStore::requests)
                .map(requests -> requests.stream().findFirst());
    }

    Uni<Void> begin(SqlClient client, UUID request, Collection<IdentityKey> keys) {
        return client.preparedQuery(BEGIN)
                .execute(Tuple.of(request, texts(keys)))
                .replaceWithVoid();
    }

    Uni<Void> add(SqlClient client, UUID request, Erased erased) {
        return client.preparedQuery(ADD)
                .execute(
                        Tuple.of(
                                request,
                                erased.persons().toArray(String[]::new),
                                erased.deleted().encode()))
                .replaceWithVoid();
    }

    Uni<List<UUID>> endable(SqlClient client) {
        return client.query(ENDABLE).execute().map(ErasureStore::requests);
    }

    /** False if it has ended, or is being ended by another replica. */
    Uni<Boolean> lock(SqlClient client, UUID request) {
        return client.preparedQuery(LOCK)
                .execute(Tuple.of(request))
                .map(rows -> rows.rowCount() > 0);
    }

    Uni<List<IdentityKey>> keys(SqlClient client, UUID request) {
        return client.preparedQuery(KEYS)
                .execute(Tuple.of(request))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> new IdentityKey(row.getString(0)))
                                        .toList());
    }

    /**
     * @param at empty: now, by the store's clock
     */
    Uni<Ended> end(
            SqlClient client,
            UUID request,
            Collection<IdentityKey> keys,
            Optional<OffsetDateTime> at) {
        return client.preparedQuery(END)
                .execute(Tuple.of(request, at.orElse(null), texts(keys)))
                .map(rows -> Ended.of(request, keys, rows.iterator().next()));
    }

    /**
     * @param toldBefore the others know
     */
    Uni<Void> announce(SqlClient client, Ended ended, boolean toldBefore, String receipt) {
        List<String> topics =
                toldBefore ? List.of(Receipt.TOPIC) : List.of(Erasure.TOPIC, Receipt.TOPIC);
        List<String> payloads =
                toldBefore ? List.of(receipt) : List.of(ended.message().encode(), receipt);
        return client.preparedQuery(ANNOUNCE)
                .execute(
                        Tuple.of(
                                ended.erasure().request().toString(),
                                topics.toArray(String[]::new),
                                payloads.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Those of which this database knows nothing. */
    Uni<List<Erasure>> unknown(SqlClient client, List<Erasure> erasures) {
        return client.preparedQuery(UNKNOWN)
                .execute(Tuple.of(erasures.stream().map(Erasure::request).toArray(UUID[]::new)))
                .map(ErasureStore::requests)
                .map(
                        unknown ->
                                erasures.stream()
                                        .filter(erasure -> unknown.contains(erasure.request()))
                                        .toList());
    }

    private static List<UUID> requests(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getUUID(0)).toList();
    }

    private static String[] texts(Collection<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::value).toArray(String[]::new);
    }

    /**
     * @param deleted rows by table
     */
    record Ended(Erasure erasure, JsonObject deleted) {
        static Ended of(UUID request, Collection<IdentityKey> keys, Row row) {
            return new Ended(
                    new Erasure(
                            request,
                            row.getOffsetDateTime("erased_at").toInstant(),
                            Set.copyOf(keys),
                            Set.of(row.getArrayOfStrings("persons"))),
                    new JsonObject(row.getString("deleted")));
        }

        JsonObject message() {
            return new JsonObject()
                    .put("request", erasure.request().toString())
                    .put("erasedAt", erasure.erasedAt().toString())
                    .put("identities", array(erasure.identities().stream().map(IdentityKey::value)))
                    .put("persons", array(erasure.persons().stream()));
        }

        private static JsonArray array(Stream<String> texts) {
            return new JsonArray(texts.sorted().toList());
        }
    }
}
