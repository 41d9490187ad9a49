package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.identity.Edge;
import io.tact.profile.identity.Neighbourhood;
import io.tact.profile.identity.Node;
import io.tact.profile.identity.Pair;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a neighbourhood: all that decides who some identities are, and no more than that. */
final class GraphReads {
    /**
     * From a browser along confirmed edges, but never through a user id; then, as a user id has
     * only so many browsers, to the newest of the user ids that were met, and on from there. Of the
     * user ids around one browser two are enough to know that it is shared.
     */
    private static final String EDGES =
            """
            with recursive near(key) as (
                select identity_key from identity where identity_key = any($1) and type <> 'user_id'
                union
                select beside.key from near, lateral (
                    select right_key as key from edge
                    where left_key = near.key and right_type <> 'user_id' and confirmed_at is not null
                    union all
                    select left_key from edge
                    where right_key = near.key and left_type <> 'user_id' and confirmed_at is not null
                ) beside
            ), met(key) as (
                select identity_key from identity where identity_key = any($1) and type = 'user_id'
                union
                select users.key from near, lateral (
                    select key from (
                        select right_key as key, by_alias from edge
                        where left_key = near.key and right_type = 'user_id' and confirmed_at is not null
                        union all
                        select left_key, by_alias from edge
                        where right_key = near.key and left_type = 'user_id' and confirmed_at is not null
                    ) all_users order by by_alias, key limit 2
                ) users
            ), cluster(key) as (
                (
                    select key from near
                    union
                    select beside.key from met, lateral (
                        select * from (
                            select right_key as key, confirmed_at from edge
                            where left_key = met.key and right_type <> 'user_id' and confirmed_at is not null
                            union all
                            select left_key, confirmed_at from edge
                            where right_key = met.key and left_type <> 'user_id' and confirmed_at is not null
                        ) all_beside order by confirmed_at desc, key limit 200
                    ) beside
                )
                union
                select beside.key from cluster, lateral (
                    select right_key as key from edge
                    where left_key = cluster.key and right_type <> 'user_id' and confirmed_at is not null
                    union all
                    select left_key from edge
                    where right_key = cluster.key and left_type <> 'user_id' and confirmed_at is not null
                ) beside
            )
            select left_key, left_type, right_key, right_type, certainty(confirmed_at, by_alias, unless_key) as certainty,
                permitted, across_devices, confirmed_at as since
            from cluster, lateral (
                (select * from edge where left_key = cluster.key and right_type <> 'user_id' and confirmed_at is not null)
                union all
                (select * from (
                    select * from edge where left_key = cluster.key and right_type = 'user_id' and confirmed_at is not null
                    union all
                    select * from edge where right_key = cluster.key and left_type = 'user_id' and confirmed_at is not null
                ) users order by by_alias, left_key, right_key limit 2)
            ) edges
            union
            select e.left_key, e.left_type, e.right_key, e.right_type, certainty(e.confirmed_at, e.by_alias, e.unless_key),
                e.permitted, e.across_devices, e.confirmed_at
            from unnest($2::text[], $3::text[]) p(left_key, right_key) join edge e using (left_key, right_key)
            where e.confirmed_at is not null""";

    private static final String NODES =
            """
            select identity_key, type, pseudonym, person from identity
            where identity_key = any($1) order by identity_key""";

    /** In the order of keys, as everybody locks them. */
    private static final String NODES_LOCKED = NODES + " for no key update";

    private GraphReads() {}

    static Uni<Neighbourhood> around(SqlClient client, Collection<IdentityKey> keys) {
        return around(client, keys, List.of(), NODES);
    }

    /**
     * For a writer: the identities are locked, and the edges of these pairs are among the edges.
     */
    static Uni<Neighbourhood> aroundLocked(
            SqlClient client, Collection<IdentityKey> keys, Collection<Pair> pairs) {
        return around(client, keys, pairs, NODES_LOCKED);
    }

    private static Uni<Neighbourhood> around(
            SqlClient client, Collection<IdentityKey> keys, Collection<Pair> pairs, String nodes) {
        Set<IdentityKey> start = new LinkedHashSet<>(keys);
        pairs.forEach(pair -> start.addAll(List.of(pair.left().key(), pair.right().key())));
        return client.preparedQuery(EDGES)
                .execute(
                        Tuple.of(
                                texts(start),
                                pairs.stream()
                                        .map(p -> p.left().key().value())
                                        .toArray(String[]::new),
                                pairs.stream()
                                        .map(p -> p.right().key().value())
                                        .toArray(String[]::new)))
                .map(rows -> EdgeRow.all(rows, EdgeRow::edge))
                .chain(edges -> nodes(client, start, edges, nodes));
    }

    private static Uni<Neighbourhood> nodes(
            SqlClient client, Set<IdentityKey> start, List<Edge> edges, String query) {
        Set<IdentityKey> all = new LinkedHashSet<>(start);
        edges.forEach(
                edge -> all.addAll(List.of(edge.pair().left().key(), edge.pair().right().key())));
        return client.preparedQuery(query)
                .execute(Tuple.of(texts(all)))
                .map(rows -> EdgeRow.<Node>all(rows, EdgeRow::node))
                .map(found -> Neighbourhood.of(found, edges));
    }

    private static String[] texts(Collection<IdentityKey> keys) {
        return keys.stream()
                .map(IdentityKey::value)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .toArray(String[]::new);
    }
}
