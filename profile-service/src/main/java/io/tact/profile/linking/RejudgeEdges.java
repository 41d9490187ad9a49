package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.tact.profile.identity.Edge;
import io.tact.profile.identity.Pair;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Compares confirmed edges with consent, some at a time and over again: a withdrawal cuts, a grant
 * joins, without anybody asking.
 */
@ApplicationScoped
class RejudgeEdges {
    private static final String NEXT =
            """
            select left_key, left_type, right_key, right_type, certainty(confirmed_at, by_alias, unless_key) as certainty,
                permitted, across_devices, confirmed_at as since
            from edge
            where confirmed_at is not null and (left_key, right_key) > ($1, $2)
            order by left_key, right_key limit $3""";

    private final Pool pool;
    private final ResolvePersons persons;
    private final LinkingConfig config;

    /** Where the next turn begins; only one turn runs at a time. */
    private volatile Tuple position = Tuple.of("", "");

    RejudgeEdges(Pool pool, ResolvePersons persons, LinkingConfig config) {
        this.pool = pool;
        this.persons = persons;
        this.config = config;
    }

    Uni<Void> rejudge() {
        return pool.preparedQuery(NEXT)
                .execute(
                        Tuple.of(
                                position.getString(0),
                                position.getString(1),
                                config.rejudgeAtMost()))
                .map(rows -> EdgeRow.all(rows, EdgeRow::edge))
                .invoke(this::advance)
                .map(this::changed)
                .chain(this::resolve);
    }

    private void advance(List<Edge> edges) {
        if (edges.size() < config.rejudgeAtMost()) {
            position = Tuple.of("", "");
        } else {
            Pair last = edges.get(edges.size() - 1).pair();
            position = Tuple.of(last.left().key().value(), last.right().key().value());
        }
    }

    private List<Pair> changed(List<Edge> edges) {
        return edges.stream()
                .filter(edge -> !persons.judged(edge).equals(edge))
                .map(Edge::pair)
                .limit(500)
                .toList();
    }

    private Uni<Void> resolve(List<Pair> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(
                                connection ->
                                        GraphWrites.lock(connection)
                                                .chain(
                                                        () ->
                                                                persons.around(
                                                                        connection, changed, null)))
                        .replaceWithVoid();
    }
}
