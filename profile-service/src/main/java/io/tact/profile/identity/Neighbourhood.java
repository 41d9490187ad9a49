package io.tact.profile.identity;

import io.tact.consent.client.identity.IdentityKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Some identities, and all edges that say who they are: every edge of every identity here that is
 * not a user id, and the edges of each user id that can be theirs.
 *
 * <p>A user id is always a person, and two user ids are never one. What stands between user ids
 * (browsers, e-mail addresses) belongs to a user id only if no confirmed way leads from it to
 * another one; otherwise it is shared, and identifies nobody. Whether it is shared is a fact and
 * needs nobody's consent: else a refusal could hand one customer the visits of another. Of each
 * type a person has only so many, the newest: what is more stands alone.
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

    /** The same with each edge allowed or not as this says. */
    public Neighbourhood judged(UnaryOperator<Edge> judge) {
        return new Neighbourhood(nodes, edges.stream().map(judge).toList());
    }

    /** The person of each identity: a pure function of nodes and edges. */
    public Map<IdentityKey, String> persons() {
        List<Edge> sure = SureEdges.of(edges);
        var limits = new Limits(sure);
        Set<IdentityKey> apart = new HashSet<>(shared(sure));
        for (List<Node> group : groups(sure, apart)) {
            apart.addAll(limits.beyond(group));
        }
        Map<IdentityKey, String> persons = new HashMap<>();
        for (List<Node> group : groups(sure, apart)) {
            String person = group.stream().min(FOREMOST).orElseThrow().pseudonym();
            group.forEach(node -> persons.put(node.key(), person));
        }
        return persons;
    }

    /** The identities between two or more user ids. */
    public Set<IdentityKey> shared() {
        return shared(SureEdges.of(edges));
    }

    /**
     * Whether this alias says nothing: its other side is a user, or identified by something surer.
     */
    public boolean isRefused(Pair alias) {
        return SureEdges.of(edges).stream().noneMatch(edge -> edge.pair().equals(alias));
    }

    /** What active edges connect, where these stand apart. */
    private List<List<Node>> groups(List<Edge> sure, Set<IdentityKey> apart) {
        var joined = new Groups<IdentityKey>();
        nodes.keySet().forEach(joined::add);
        for (Edge edge : sure) {
            IdentityKey left = edge.pair().left().key();
            IdentityKey right = edge.pair().right().key();
            if (edge.isActive() && !apart.contains(left) && !apart.contains(right)) {
                joined.join(left, right);
            }
        }
        return joined.all().stream().map(group -> group.stream().map(this::node).toList()).toList();
    }

    private Set<IdentityKey> shared(List<Edge> sure) {
        var facts = new Groups<IdentityKey>();
        nodes.values().stream()
                .filter(node -> !node.isUser())
                .forEach(node -> facts.add(node.key()));
        for (Edge edge : sure) {
            if (!edge.pair().left().isUser() && !edge.pair().right().isUser()) {
                facts.join(edge.pair().left().key(), edge.pair().right().key());
            }
        }
        Map<IdentityKey, Set<IdentityKey>> users = new HashMap<>();
        sure.stream()
                .map(Edge::pair)
                .filter(Pair::isOfAUser)
                .forEach(
                        pair ->
                                users.computeIfAbsent(
                                                facts.rootOf(pair.besideTheUser().key()),
                                                root -> new HashSet<>())
                                        .add(pair.theUser().key()));
        Set<IdentityKey> shared = new HashSet<>();
        for (List<IdentityKey> group : facts.all()) {
            if (users.getOrDefault(facts.rootOf(group.get(0)), Set.of()).size() > 1) {
                shared.addAll(group);
            }
        }
        return shared;
    }

    private Node node(IdentityKey key) {
        Node node = nodes.get(key);
        if (node == null) {
            throw new IllegalStateException("An edge leads to an unknown identity " + key);
        }
        return node;
    }
}
