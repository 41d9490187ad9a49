package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.identity.Neighbourhood;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which identities are the same persons as some proven ones, by the consents of this moment: an
 * edge that was withdrawn is cut for a reader before it is cut in the table.
 */
@ApplicationScoped
public class FindIdentities {
    private final Pool pool;
    private final ResolvePersons persons;

    FindIdentities(Pool pool, ResolvePersons persons) {
        this.pool = pool;
        this.persons = persons;
    }

    public Uni<Set<IdentityKey>> of(Collection<IdentityKey> proven) {
        return GraphReads.around(pool, proven)
                .map(
                        found ->
                                found.judged(
                                        edge ->
                                                persons.permissions(edge.pair())
                                                        .allows(Purpose.IDENTITY_LINK)))
                .map(now -> sameAs(proven, now));
    }

    private static Set<IdentityKey> sameAs(Collection<IdentityKey> proven, Neighbourhood now) {
        Map<IdentityKey, String> people = now.persons();
        Set<String> theirs =
                people.entrySet().stream()
                        .filter(entry -> proven.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet());
        Set<IdentityKey> same = new LinkedHashSet<>(proven);
        people.forEach(
                (key, person) -> {
                    if (theirs.contains(person)) {
                        same.add(key);
                    }
                });
        return same;
    }
}
