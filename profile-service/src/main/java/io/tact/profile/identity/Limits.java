package io.tact.profile.identity;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many identities of a type are one person: the newest, by when each first belonged to
 * somebody. Of browsers there is more than one only where they may be joined across devices.
 */
final class Limits {
    private final Map<IdentityKey, Instant> since = new HashMap<>();
    private final Set<IdentityKey> crossing = new HashSet<>();

    Limits(Collection<Edge> sure) {
        for (Edge edge : sure) {
            if (edge.isActive()) {
                note(edge, edge.pair().left().key());
                note(edge, edge.pair().right().key());
            }
        }
    }

    /** Those of a group that are too many. */
    Set<IdentityKey> beyond(List<Node> group) {
        Set<IdentityKey> beyond = new HashSet<>();
        for (IdentityType type : IdentityType.values()) {
            List<Node> newestFirst =
                    group.stream()
                            .filter(node -> node.identity().type() == type)
                            .sorted(newestFirst())
                            .toList();
            List<Node> within = within(type, newestFirst);
            newestFirst.stream()
                    .filter(node -> !within.contains(node))
                    .forEach(node -> beyond.add(node.key()));
        }
        return beyond;
    }

    private List<Node> within(IdentityType type, List<Node> newestFirst) {
        if (type != IdentityType.ANONYMOUS_ID) {
            return newestFirst.stream().limit(type.limit()).toList();
        }
        List<Node> together =
                newestFirst.stream()
                        .filter(node -> crossing.contains(node.key()))
                        .limit(type.limit())
                        .toList();
        return together.size() > 1 ? together : newestFirst.stream().limit(1).toList();
    }

    private Comparator<Node> newestFirst() {
        return Comparator.comparing((Node node) -> since.getOrDefault(node.key(), Instant.MIN))
                .reversed()
                .thenComparing(node -> node.key().value());
    }

    private void note(Edge edge, IdentityKey end) {
        since.merge(end, edge.since(), (one, other) -> one.isBefore(other) ? one : other);
        if (edge.acrossDevices()) {
            crossing.add(end);
        }
    }
}
