package io.tact.profile.identity;

import io.tact.consent.client.identity.IdentityKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All edges that are more than a claim, without the aliases that are refused: an alias joins a side
 * that nothing surer has identified as another's, whichever of them came first.
 */
final class SureEdges {
    private SureEdges() {}

    static List<Edge> of(Collection<Edge> edges) {
        Map<IdentityKey, Set<IdentityKey>> users = confirmedUsers(edges);
        return edges.stream().filter(edge -> !edge.isClaim() && !isRefused(edge, users)).toList();
    }

    private static boolean isRefused(Edge edge, Map<IdentityKey, Set<IdentityKey>> users) {
        Pair pair = edge.pair();
        return edge.certainty() == Certainty.ALIASED
                && pair.isOfAUser()
                && users.getOrDefault(pair.besideTheUser().key(), Set.of()).stream()
                        .anyMatch(other -> !other.equals(pair.theUser().key()));
    }

    /** The user ids beside each other identity, by edges that are surer than an alias. */
    private static Map<IdentityKey, Set<IdentityKey>> confirmedUsers(Collection<Edge> edges) {
        Map<IdentityKey, Set<IdentityKey>> users = new HashMap<>();
        for (Edge edge : edges) {
            Pair pair = edge.pair();
            if (edge.certainty() == Certainty.CONFIRMED && pair.isOfAUser()) {
                users.computeIfAbsent(pair.besideTheUser().key(), key -> new HashSet<>())
                        .add(pair.theUser().key());
            }
        }
        return users;
    }
}
