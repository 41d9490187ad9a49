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
import java.util.function.Predicate;

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

    /** The same with each edge allowed or not as these say. */
    public Neighbourhood judged(Predicate<Edge> link, Predicate<Edge> crossDevices) {
        return new Neighbourhood(
                nodes,
                edges.stream()
                        .map(edge -> edge.judged(link.test(edge), crossDevices.test(edge)))
                        .toList());
    }

    /** The person of each identity: a pure function of nodes and edges. */
    public Map<IdentityKey, String> persons() {
        Set<IdentityKey> apart = new HashSet<>(shared());
        apart.addAll(beyondLimits(groups(apart)));
        Map<IdentityKey, String> persons = new HashMap<>();
        for (List<IdentityKey> group : groups(apart)) {
            String person = group.stream().map(this::node).min(FOREMOST).orElseThrow().pseudonym();
            group.forEach(key -> persons.put(key, person));
        }
        return persons;
    }

    /** What active edges connect, where these stand apart. */
    private Collection<List<IdentityKey>> groups(Set<IdentityKey> apart) {
        var joined = new Groups<IdentityKey>();
        nodes.keySet().forEach(joined::add);
        for (Edge edge : sure()) {
            IdentityKey left = edge.pair().left().key();
            IdentityKey right = edge.pair().right().key();
            if (edge.isActive() && !apart.contains(left) && !apart.contains(right)) {
                joined.join(left, right);
            }
        }
        return joined.all();
    }

    /**
     * All but the newest of each type, by when each first belonged to somebody. Of browsers there
     * is more than one only where they may be joined across devices.
     */
    private Set<IdentityKey> beyondLimits(Collection<List<IdentityKey>> groups) {
        Map<IdentityKey, Instant> since = new HashMap<>();
        sure().stream().filter(Edge::isActive).forEach(edge -> note(edge, since));
        Comparator<Node> newestFirst =
                Comparator.comparing((Node node) -> since.getOrDefault(node.key(), Instant.MIN))
                        .reversed()
                        .thenComparing(node -> node.key().value());
        Set<IdentityKey> crossing = crossing();
        Set<IdentityKey> beyond = new HashSet<>();
        for (List<IdentityKey> group : groups) {
            for (IdentityType type : IdentityType.values()) {
                List<Node> all =
                        group.stream()
                                .map(this::node)
                                .filter(node -> node.identity().type() == type)
                                .sorted(newestFirst)
                                .toList();
                beyond.addAll(keys(all));
                beyond.removeAll(keys(within(type, all, crossing)));
            }
        }
        return beyond;
    }

    private static List<Node> within(
            IdentityType type, List<Node> newestFirst, Set<IdentityKey> crossing) {
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

    private static List<IdentityKey> keys(List<Node> nodes) {
        return nodes.stream().map(Node::key).toList();
    }

    /** Those that may be joined across devices, by an edge that joins them at all. */
    private Set<IdentityKey> crossing() {
        Set<IdentityKey> crossing = new HashSet<>();
        sure().stream()
                .filter(edge -> edge.isActive() && edge.acrossDevices())
                .forEach(
                        edge ->
                                crossing.addAll(
                                        List.of(
                                                edge.pair().left().key(),
                                                edge.pair().right().key())));
        return crossing;
    }

    private static void note(Edge edge, Map<IdentityKey, Instant> since) {
        for (NamedIdentity end : List.of(edge.pair().left(), edge.pair().right())) {
            since.merge(end.key(), edge.since(), (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    /** The identities between two or more user ids. */
    public Set<IdentityKey> shared() {
        var facts = new Groups<IdentityKey>();
        nodes.values().stream()
                .filter(node -> !node.isUser())
                .forEach(node -> facts.add(node.key()));
        List<Edge> sure = sure();
        for (Edge edge : sure) {
            if (!isUser(edge.pair().left()) && !isUser(edge.pair().right())) {
                facts.join(edge.pair().left().key(), edge.pair().right().key());
            }
        }
        Map<IdentityKey, Set<IdentityKey>> users = new HashMap<>();
        sure.forEach(edge -> count(edge.pair(), facts, users));
        Set<IdentityKey> shared = new HashSet<>();
        for (List<IdentityKey> group : facts.all()) {
            if (users.getOrDefault(facts.rootOf(group.get(0)), Set.of()).size() > 1) {
                shared.addAll(group);
            }
        }
        return shared;
    }

    /**
     * Whether this alias says nothing: its other side is a user, or identified by something surer.
     */
    public boolean isRefused(Pair alias) {
        Map<IdentityKey, Set<IdentityKey>> users = confirmedUsers();
        return edges.stream()
                .filter(edge -> edge.pair().equals(alias))
                .anyMatch(edge -> edge.isClaim() || isRefused(edge, users));
    }

    /** All that is more than a claim, without the aliases that are refused. */
    private List<Edge> sure() {
        Map<IdentityKey, Set<IdentityKey>> users = confirmedUsers();
        return edges.stream().filter(edge -> !edge.isClaim() && !isRefused(edge, users)).toList();
    }

    private static boolean isRefused(Edge edge, Map<IdentityKey, Set<IdentityKey>> users) {
        Pair pair = edge.pair();
        if (edge.certainty() != Certainty.ALIASED || isUser(pair.left()) == isUser(pair.right())) {
            return false;
        }
        NamedIdentity user = isUser(pair.left()) ? pair.left() : pair.right();
        NamedIdentity between = isUser(pair.left()) ? pair.right() : pair.left();
        return users.getOrDefault(between.key(), Set.of()).stream()
                .anyMatch(other -> !other.equals(user.key()));
    }

    /** The user ids beside each other identity, by edges that are surer than an alias. */
    private Map<IdentityKey, Set<IdentityKey>> confirmedUsers() {
        var themselves = new Groups<IdentityKey>();
        Map<IdentityKey, Set<IdentityKey>> users = new HashMap<>();
        edges.stream()
                .filter(edge -> edge.certainty() == Certainty.CONFIRMED)
                .forEach(edge -> count(edge.pair(), themselves, users));
        return users;
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
