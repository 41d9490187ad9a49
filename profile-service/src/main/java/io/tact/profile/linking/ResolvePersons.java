package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.identity.Edge;
import io.tact.profile.identity.Neighbourhood;
import io.tact.profile.identity.Pair;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the edges around some pairs by what is allowed now, and writes down who their identities
 * therefore are. For the one who holds the lock.
 */
@ApplicationScoped
class ResolvePersons {
    private final Consents consents;
    private final ConsentReplica replica;

    ResolvePersons(Consents consents, ConsentReplica replica) {
        this.consents = consents;
        this.replica = replica;
    }

    /** What was found and judged. */
    Uni<Neighbourhood> around(
            SqlClient client, Collection<Pair> pairs, @Nullable String requestId) {
        return GraphReads.aroundLocked(client, List.of(), pairs)
                .chain(before -> resolve(client, before, requestId));
    }

    /** Who these are now. */
    Uni<Neighbourhood> aroundThose(
            SqlClient client, Collection<IdentityKey> keys, @Nullable String requestId) {
        return GraphReads.aroundLocked(client, keys, List.of())
                .chain(before -> resolve(client, before, requestId));
    }

    private Uni<Neighbourhood> resolve(
            SqlClient client, Neighbourhood before, @Nullable String requestId) {
        Neighbourhood now = before.judged(this::judged);
        return GraphWrites.judge(client, changed(before, now), replica::version)
                .chain(() -> move(client, now, requestId))
                .replaceWith(now);
    }

    /**
     * What is not known now stays as it was: not knowing is no withdrawal. So does what is only
     * kept, whose links nobody uses meanwhile.
     */
    Edge judged(Edge edge) {
        Permissions live = permissions(edge.pair());
        return live.isUndecided() || live.isRestricted()
                ? edge.judged(edge.permitted(), edge.acrossDevices())
                : judged(edge, live);
    }

    static Edge judged(Edge edge, Permissions live) {
        return edge.judged(live.allows(Purpose.IDENTITY_LINK), live.allows(Purpose.CROSS_DEVICE));
    }

    Permissions permissions(Pair pair) {
        return consents.permissionsOf(List.of(pair.left().key(), pair.right().key()));
    }

    private static List<Edge> changed(Neighbourhood before, Neighbourhood now) {
        Set<Edge> known = new HashSet<>(before.edges());
        return now.edges().stream().filter(edge -> !known.contains(edge)).toList();
    }

    private static Uni<Void> move(SqlClient client, Neighbourhood now, @Nullable String requestId) {
        Map<IdentityKey, String> moved = new HashMap<>();
        Set<String> touched = new HashSet<>();
        now.persons()
                .forEach(
                        (key, person) -> {
                            var node = now.nodes().get(key);
                            if (node != null && !node.person().equals(person)) {
                                moved.put(key, person);
                                touched.addAll(List.of(node.person(), person));
                            }
                        });
        return GraphWrites.move(client, moved, touched, requestId);
    }
}
