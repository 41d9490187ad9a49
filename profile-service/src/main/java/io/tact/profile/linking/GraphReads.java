package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
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
import java.util.function.Function;

/** Reads a neighbourhood: all that decides who some identities are, and no more than that. */
public final class GraphReads {
    /** Most visitors have no edge at all, which takes a tenth of the time to see. */
    private static final String EDGES =
            """
            select left_key, left_type, right_key, right_type, certainty, permitted, across_devices, since
            from (select where have_edges($1) or cardinality($2::text[]) > 0) as any_at_all,
                edges_around($1, $2, $3)""";

    private static final String NODES =
            """
            select identity_key, type, pseudonym, person from identity
            where identity_key = any($1) order by identity_key""";

    /** In the order of keys, as everybody locks them. */
    private static final String NODES_LOCKED = NODES + " for no key update";

    private GraphReads() {}

    public static Uni<Neighbourhood> around(SqlClient client, Collection<IdentityKey> keys) {
        return around(client, keys, List.of(), NODES);
    }

    /**
     * For a writer: the identities are locked, and the edges of these pairs are among the edges.
     */
    static Uni<Neighbourhood> aroundLocked(
            SqlClient client, Collection<IdentityKey> keys, Collection<Pair> pairs) {
        return around(client, keys, pairs, NODES_LOCKED);
    }

    /**
     * For a reader, who looks at more than the graph. All is asked at once, as if there were no
     * edges, and the rest again if there are.
     *
     * @param more what is read meanwhile about all of these identities
     */
    static <T> Uni<Tuple2<Neighbourhood, T>> around(
            SqlClient client,
            Collection<IdentityKey> keys,
            Function<Set<IdentityKey>, Uni<T>> more) {
        Set<IdentityKey> alone = new LinkedHashSet<>(keys);
        return Uni.combine()
                .all()
                .unis(edges(client, keys, List.of()), nodesAnd(more, client, alone))
                .asTuple()
                .chain(
                        read -> {
                            List<Edge> edges = read.getItem1();
                            Set<IdentityKey> all = ends(keys, edges);
                            Uni<Tuple2<List<Node>, T>> found =
                                    all.equals(alone)
                                            ? Uni.createFrom().item(read.getItem2())
                                            : nodesAnd(more, client, all);
                            return found.map(
                                    both -> both.mapItem1(nodes -> Neighbourhood.of(nodes, edges)));
                        });
    }

    private static <T> Uni<Tuple2<List<Node>, T>> nodesAnd(
            Function<Set<IdentityKey>, Uni<T>> more, SqlClient client, Set<IdentityKey> of) {
        return Uni.combine().all().unis(nodes(client, of, NODES), more.apply(of)).asTuple();
    }

    private static Uni<Neighbourhood> around(
            SqlClient client, Collection<IdentityKey> keys, Collection<Pair> pairs, String nodes) {
        Set<IdentityKey> start = new LinkedHashSet<>(keys);
        pairs.forEach(pair -> start.addAll(List.of(pair.left().key(), pair.right().key())));
        return edges(client, start, pairs)
                .chain(
                        edges ->
                                nodes(client, ends(start, edges), nodes)
                                        .map(found -> Neighbourhood.of(found, edges)));
    }

    private static Uni<List<Edge>> edges(
            SqlClient client, Collection<IdentityKey> start, Collection<Pair> pairs) {
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
                .map(rows -> EdgeRow.all(rows, EdgeRow::edge));
    }

    private static Set<IdentityKey> ends(Collection<IdentityKey> start, List<Edge> edges) {
        Set<IdentityKey> all = new LinkedHashSet<>(start);
        edges.forEach(
                edge -> all.addAll(List.of(edge.pair().left().key(), edge.pair().right().key())));
        return all;
    }

    private static Uni<List<Node>> nodes(SqlClient client, Set<IdentityKey> of, String query) {
        return client.preparedQuery(query)
                .execute(Tuple.of(texts(of)))
                .map(rows -> EdgeRow.all(rows, EdgeRow::node));
    }

    private static String[] texts(Collection<IdentityKey> keys) {
        return keys.stream()
                .map(IdentityKey::value)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .toArray(String[]::new);
    }
}
