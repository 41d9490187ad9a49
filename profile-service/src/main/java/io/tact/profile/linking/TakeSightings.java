package io.tact.profile.linking;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tact.profile.identity.Neighbourhood;
import io.tact.profile.identity.Pair;
import io.tact.profile.identity.Rule;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Takes in what accepted events said about edges. */
@ApplicationScoped
class TakeSightings {
    private static final Logger LOG = Logger.getLogger(TakeSightings.class);

    private final Pool pool;
    private final ResolvePersons persons;
    private final Counter crowded;
    private final Counter refusedAliases;

    TakeSightings(Pool pool, ResolvePersons persons, MeterRegistry metrics) {
        this.pool = pool;
        this.persons = persons;
        this.crowded = metrics.counter("profile.sightings.crowded");
        this.refusedAliases = metrics.counter("profile.aliases.refused");
    }

    /** All that there are. */
    Uni<Void> take() {
        return pool.query("select exists (select from sighting)")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(
                        any ->
                                any
                                        ? pool.withTransaction(this::takeSome).chain(this::take)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> takeSome(SqlConnection connection) {
        return GraphWrites.lock(connection)
                .chain(() -> GraphWrites.take(connection))
                .chain(seen -> note(connection, seen));
    }

    private Uni<Void> note(SqlConnection connection, List<Sighting> seen) {
        List<Sighting> good = seen.stream().filter(sighting -> !sighting.crowded()).toList();
        crowded.increment(seen.size() - good.size());
        Set<Pair> pairs = new LinkedHashSet<>();
        good.forEach(sighting -> pairs.add(sighting.pair()));
        if (pairs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String requestId = good.get(good.size() - 1).requestId();
        return GraphWrites.note(connection, good)
                .chain(() -> persons.around(connection, pairs, requestId))
                .invoke(now -> good.forEach(sighting -> report(sighting, now)))
                .replaceWithVoid();
    }

    private void report(Sighting sighting, Neighbourhood now) {
        if (sighting.rule() == Rule.SERVER_ALIAS && now.isRefused(sighting.pair())) {
            refusedAliases.increment();
            LOG.infof(
                    "An alias was refused, as its other side is identified already: left=%s right=%s source=%s",
                    sighting.pair().left().key(), sighting.pair().right().key(), sighting.source());
        }
    }
}
