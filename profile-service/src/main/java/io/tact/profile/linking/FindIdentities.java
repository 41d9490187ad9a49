package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
import io.tact.consent.client.Consents;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.identity.Edge;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.Neighbourhood;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which identities are the same persons as some proven ones, by the consents of this moment: an
 * edge that was withdrawn is cut for a reader before it is cut in the table. On one device nothing
 * of another is found, unless both and all others here may be joined across devices.
 */
@ApplicationScoped
public class FindIdentities {
    private final Pool pool;
    private final ResolvePersons persons;
    private final Consents consents;

    FindIdentities(Pool pool, ResolvePersons persons, Consents consents) {
        this.pool = pool;
        this.persons = persons;
        this.consents = consents;
    }

    public Uni<Set<IdentityKey>> of(Collection<IdentityKey> proven) {
        return GraphReads.around(pool, proven)
                .map(found -> found.judged(this::judged))
                .map(now -> sameAs(proven, now));
    }

    /**
     * The same, and what is read meanwhile about all who may be among them.
     *
     * @param client whose connection is used
     */
    public <T> Uni<Tuple2<Set<IdentityKey>, T>> of(
            SqlClient client,
            Collection<IdentityKey> proven,
            Function<Set<IdentityKey>, Uni<T>> more) {
        return GraphReads.around(client, proven, more)
                .map(
                        found ->
                                found.mapItem1(
                                        around -> sameAs(proven, around.judged(this::judged))));
    }

    /** Not knowing is a refusal to a reader. */
    private Edge judged(Edge edge) {
        return ResolvePersons.judged(edge, persons.permissions(edge.pair()));
    }

    private Set<IdentityKey> sameAs(Collection<IdentityKey> proven, Neighbourhood now) {
        Map<IdentityKey, String> people = now.persons();
        Set<String> theirs =
                people.entrySet().stream()
                        .filter(entry -> proven.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet());
        boolean onADevice = proven.stream().anyMatch(key -> isDevice(key, now));
        Set<IdentityKey> same = new LinkedHashSet<>(proven);
        people.forEach(
                (key, person) -> {
                    boolean isElsewhere = onADevice && isDevice(key, now);
                    if (theirs.contains(person)
                            && (!isElsewhere || consents.allowAcrossDevices(proven, key))) {
                        same.add(key);
                    }
                });
        return same;
    }

    /** One that the graph does not know has shown nothing else yet. */
    private static boolean isDevice(IdentityKey key, Neighbourhood now) {
        var node = now.nodes().get(key);
        return node == null || node.identity().type() == IdentityType.ANONYMOUS_ID;
    }
}
