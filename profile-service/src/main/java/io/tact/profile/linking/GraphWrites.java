package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.identity.Edge;
import io.tact.profile.identity.Pair;
import io.tact.profile.identity.Rule;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The statements of the graph's one writer. */
final class GraphWrites {
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('identity-graph', 0))";

    /**
     * An identity that ten user ids have used is a kiosk or a team's mailbox: it identifies nobody,
     * and another user of it is no news.
     */
    private static final String TAKE =
            """
            with taken as (
                delete from sighting where id in (select id from sighting order by id limit 500) returning *
            )
            select t.*, t.is_new and t.users + dense_rank() over (
                    partition by t.between, t.is_new, t.is_firm, t.confirms order by t.left_key, t.right_key) > 10 as crowded
            from (
                select s.*,
                    not exists (select from edge e where (e.left_key, e.right_key) = (s.left_key, s.right_key)) as is_new,
                    (
                        select count(*) from (
                            select from edge e
                            where (e.left_key = s.between or e.right_key = s.between) and 'user_id' in (e.left_type, e.right_type)
                                and (e.confirmed_at is not null or not s.confirms) and not (e.by_alias and s.is_firm)
                            limit 10) first_ten
                    ) as users
                from (
                    select *, case when left_type = 'user_id' then right_key else left_key end as between,
                        rule = any($1) as confirms, rule = any($1) and unless_key is null as is_firm
                    from taken
                ) s
            ) t
            order by t.id""";

    private static final String EDGES =
            """
            insert into edge (left_key, left_type, right_key, right_type, claimed_at, confirmed_at, by_alias, unless_key)
            select s.left_key, min(s.left_type), s.right_key, min(s.right_type), min(s.at), min(s.at) filter (where s.confirms),
                coalesce(bool_and(s.unless_key is not null) filter (where s.confirms), true), min(s.unless_key)
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::boolean[], $7::text[])
                as s(left_key, left_type, right_key, right_type, at, confirms, unless_key)
            group by s.left_key, s.right_key
            order by s.left_key, s.right_key
            on conflict (left_key, right_key) do update set
                claimed_at = least(edge.claimed_at, excluded.claimed_at),
                confirmed_at = least(edge.confirmed_at, excluded.confirmed_at),
                by_alias = edge.by_alias and excluded.by_alias,
                unless_key = coalesce(edge.unless_key, excluded.unless_key)""";

    private static final String EVIDENCE =
            """
            insert into edge_evidence (left_key, right_key, rule, source, event_id, at)
            select distinct on (left_key, right_key, rule) *
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
                as e(left_key, right_key, rule, source, event_id, at)
            order by left_key, right_key, rule, at, event_id
            on conflict (left_key, right_key, rule) do update set source = excluded.source, event_id = excluded.event_id, at = excluded.at
            where (excluded.at, coalesce(excluded.event_id, '')) < (edge_evidence.at, coalesce(edge_evidence.event_id, ''))""";

    private static final String JUDGED =
            """
            update edge set permitted = j.permitted, across_devices = j.across_devices, judged_at = clock_timestamp(),
                left_consent = j.left_consent, right_consent = j.right_consent
            from unnest($1::text[], $2::text[], $3::boolean[], $4::bigint[], $5::bigint[], $6::boolean[])
                as j(left_key, right_key, permitted, left_consent, right_consent, across_devices)
            where (edge.left_key, edge.right_key) = (j.left_key, j.right_key)""";

    private static final String MOVED =
            """
            with moved as (
                update identity set person = m.person, version = version + 1
                from unnest($1::text[], $2::text[]) as m(key, person)
                where identity_key = m.key
                returning identity_key
            )
            insert into outbox (topic, key, type, request_id)
            select 'profile.identity.v1', identity_key, 'io.tact.profile.identity.v1', $3 from moved""";

    private static final String[] CONFIRMING =
            Arrays.stream(Rule.values())
                    .filter(Rule::confirms)
                    .map(Rule::wire)
                    .toArray(String[]::new);

    private GraphWrites() {}

    /** Until the transaction ends there is no other writer. */
    static Uni<Void> lock(SqlClient client) {
        return client.query(LOCK).execute().replaceWithVoid();
    }

    static Uni<List<Sighting>> take(SqlClient client) {
        return client.preparedQuery(TAKE)
                .execute(Tuple.of((Object) CONFIRMING))
                .map(rows -> EdgeRow.all(rows, Sighting::of));
    }

    /** A repetition changes nothing, nor does the order; a confirmation is never taken back. */
    static Uni<Void> note(SqlClient client, List<Sighting> seen) {
        if (seen.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple edges =
                Tuple.of(
                                texts(seen, s -> s.pair().left().key().value()),
                                texts(seen, s -> s.pair().left().type().wire()),
                                texts(seen, s -> s.pair().right().key().value()),
                                texts(seen, s -> s.pair().right().type().wire()),
                                seen.stream().map(Sighting::at).toArray(OffsetDateTime[]::new),
                                seen.stream().map(s -> s.rule().confirms()).toArray(Boolean[]::new))
                        .addValue(texts(seen, Sighting::unlessKey));
        Tuple evidence =
                Tuple.of(
                        texts(seen, s -> s.pair().left().key().value()),
                        texts(seen, s -> s.pair().right().key().value()),
                        texts(seen, s -> s.rule().wire()),
                        texts(seen, Sighting::source),
                        texts(seen, Sighting::eventId),
                        seen.stream().map(Sighting::at).toArray(OffsetDateTime[]::new));
        return client.preparedQuery(EDGES)
                .execute(edges)
                .chain(() -> client.preparedQuery(EVIDENCE).execute(evidence))
                .replaceWithVoid();
    }

    static Uni<Void> judge(
            SqlClient client, List<Edge> edges, ToLongFunction<IdentityKey> consentVersion) {
        if (edges.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Pair> pairs = edges.stream().map(Edge::pair).toList();
        return client.preparedQuery(JUDGED)
                .execute(
                        Tuple.of(
                                texts(pairs, pair -> pair.left().key().value()),
                                texts(pairs, pair -> pair.right().key().value()),
                                edges.stream().map(Edge::permitted).toArray(Boolean[]::new),
                                versions(pairs, pair -> pair.left().key(), consentVersion),
                                versions(pairs, pair -> pair.right().key(), consentVersion),
                                edges.stream().map(Edge::acrossDevices).toArray(Boolean[]::new)))
                .replaceWithVoid();
    }

    /**
     * @param moved identity-key to its new person
     * @param touched the persons whose views this changes
     */
    static Uni<Void> move(
            SqlClient client,
            Map<IdentityKey, String> moved,
            Collection<String> touched,
            @Nullable String requestId) {
        if (moved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<IdentityKey> keys = List.copyOf(moved.keySet());
        return client.preparedQuery(MOVED)
                .execute(
                        Tuple.of(
                                texts(keys, IdentityKey::value),
                                texts(keys, moved::get),
                                requestId))
                .chain(
                        () ->
                                client.preparedQuery("select touch_persons($1::text[], $2)")
                                        .execute(
                                                Tuple.of(
                                                        touched.toArray(String[]::new), requestId)))
                .replaceWithVoid();
    }

    private static <T> String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static Long[] versions(
            List<Pair> pairs,
            Function<Pair, IdentityKey> side,
            ToLongFunction<IdentityKey> consentVersion) {
        return pairs.stream()
                .map(pair -> consentVersion.applyAsLong(side.apply(pair)))
                .toArray(Long[]::new);
    }
}
