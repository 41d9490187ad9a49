package io.tact.profile.identity;

import io.tact.consent.client.identity.IdentityKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Some identities, and all edges that say who they are: every edge of every identity here that is
 * not a user id.
 *
 * <p>A user id is always a person, and two user ids are never one. What stands between user ids
 * (browsers, e-mail addresses) belongs to a user id only if no confirmed way leads from it to
 * another one; otherwise it is shared, and identifies nobody. Whether it is shared is a fact and
 * needs nobody's consent: else a refusal could hand one customer the visits of another.
 */
public record Neighbourhood(Map<IdentityKey, Node> nodes, Collection<Edge> edges) {
    private static final Comparator<Node> FOREMOST =
            Comparator.comparing((Node node) -> node.identity().type())
                    .thenComparing(node -> node.key().value());

    public static Neighbourhood of(Collection<Node> nodes, Collection<Edge> edges) {
        Map<IdentityKey, Node> byKey = new HashMap<>();
        nodes.forEach(node -> byKey.put(node.key(), node));
        return new Neighbourhood(Map.copyOf(byKey), List.copyOf(edges));
    }

    /** The same with each confirmed edge permitted or not as this says. */
    public Neighbourhood judged(Predicate<Edge> permitted) {
        return new Neighbourhood(
                nodes,
                edges.stream()
                        .map(edge -> edge.withPermitted(edge.confirmed() && permitted.test(edge)))
                        .toList());
    }

    /** The person of each identity: a pure function of nodes and edges. */
    public Map<IdentityKey, String> persons() {
        Set<IdentityKey> shared = shared();
        var joined = new Groups<IdentityKey>();
        nodes.keySet().forEach(joined::add);
        for (Edge edge : edges) {
            IdentityKey left = edge.pair().left().key();
            IdentityKey right = edge.pair().right().key();
            if (edge.isActive() && !shared.contains(left) && !shared.contains(right)) {
                joined.join(left, right);
            }
        }
        Map<IdentityKey, String> persons = new HashMap<>();
        for (List<IdentityKey> group : joined.all()) {
            String person = group.stream().map(this::node).min(FOREMOST).orElseThrow().pseudonym();
            group.forEach(key -> persons.put(key, person));
        }
        return persons;
    }

    /** The identities between two or more user ids. */
    public Set<IdentityKey> shared() {
        var facts = new Groups<IdentityKey>();
        nodes.values().stream()
                .filter(node -> !node.isUser())
                .forEach(node -> facts.add(node.key()));
        for (Edge edge : edges) {
            if (edge.confirmed() && !isUser(edge.pair().left()) && !isUser(edge.pair().right())) {
                facts.join(edge.pair().left().key(), edge.pair().right().key());
            }
        }
        Map<IdentityKey, Set<IdentityKey>> users = new HashMap<>();
        edges.stream().filter(Edge::confirmed).forEach(edge -> count(edge.pair(), facts, users));
        Set<IdentityKey> shared = new HashSet<>();
        for (List<IdentityKey> group : facts.all()) {
            if (users.getOrDefault(facts.rootOf(group.get(0)), Set.of()).size() > 1) {
                shared.addAll(group);
            }
        }
        return shared;
    }

    private static void count(
            Pair pair, Groups<IdentityKey> facts, Map<IdentityKey, Set<IdentityKey>> users) {
        if (isUser(pair.left()) == isUser(pair.right())) {
            return;
        }
        NamedIdentity user = isUser(pair.left()) ? pair.left() : pair.right();
        NamedIdentity between = isUser(pair.left()) ? pair.right() : pair.left();
        users.computeIfAbsent(facts.rootOf(between.key()), root -> new HashSet<>()).add(user.key());
    }

    private static boolean isUser(NamedIdentity identity) {
        return identity.type() == IdentityType.USER_ID;
    }

    private Node node(IdentityKey key) {
        Node node = nodes.get(key);
        if (node == null) {
            throw new IllegalStateException("An edge leads to an unknown identity " + key);
        }
        return node;
    }
}
