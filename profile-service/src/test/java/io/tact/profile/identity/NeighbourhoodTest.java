package io.tact.profile.identity;

import static io.tact.profile.identity.IdentityType.ANONYMOUS_ID;
import static io.tact.profile.identity.IdentityType.EMAIL;
import static io.tact.profile.identity.IdentityType.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    private static final IdentityKeys KEYS = new IdentityKeys("0123456789abcdef0123456789abcdef");

    private final Node ann = node(USER_ID, "ann");
    private final Node ben = node(USER_ID, "ben");
    private final Node phone = node(ANONYMOUS_ID, "phone");
    private final Node laptop = node(ANONYMOUS_ID, "laptop");
    private final Node mail = node(EMAIL, "team@shop.example");

    @Test
    void whoIsLinkedToNobodyIsThemselves() {
        assertThat(persons(List.of(ann, phone)))
                .containsEntry(ann.key(), "ann")
                .containsEntry(phone.key(), "phone");
    }

    @Test
    void activeEdgeMakesTheBrowserTheCustomer() {
        assertThat(persons(List.of(ann, phone), active(ann, phone)))
                .containsEntry(ann.key(), "ann")
                .containsEntry(phone.key(), "ann");
    }

    @Test
    void claimAloneJoinsNothingEvenWhereBothAllowIt() {
        assertThat(persons(List.of(ann, phone), new Edge(pair(ann, phone), false, true)))
                .containsEntry(phone.key(), "phone");
    }

    @Test
    void confirmationAloneJoinsNothing() {
        assertThat(persons(List.of(ann, phone), confirmed(ann, phone)))
                .containsEntry(phone.key(), "phone");
    }

    @Test
    void customerHasSeveralBrowsers() {
        assertThat(persons(List.of(ann, phone, laptop), active(ann, phone), active(ann, laptop)))
                .containsEntry(phone.key(), "ann")
                .containsEntry(laptop.key(), "ann");
    }

    @Test
    void browserOfTwoCustomersIdentifiesNobody() {
        assertThat(persons(List.of(ann, ben, phone), active(ann, phone), active(ben, phone)))
                .containsEntry(ann.key(), "ann")
                .containsEntry(ben.key(), "ben")
                .containsEntry(phone.key(), "phone");
    }

    @Test
    void refusalOfOneCustomerDoesNotHandTheBrowserToTheOther() {
        assertThat(persons(List.of(ann, ben, phone), active(ann, phone), confirmed(ben, phone)))
                .containsEntry(phone.key(), "phone");
    }

    @Test
    void claimOfAnotherDoesNotTakeTheBrowserAway() {
        assertThat(
                        persons(
                                List.of(ann, ben, phone),
                                active(ann, phone),
                                new Edge(pair(ben, phone), false, false)))
                .containsEntry(phone.key(), "ann");
    }

    @Test
    void whatStandsBetweenTwoCustomersIsSharedAllAlongTheWay() {
        assertThat(
                        persons(
                                List.of(ann, ben, phone, laptop, mail),
                                active(ann, phone),
                                active(phone, mail),
                                active(mail, laptop),
                                active(laptop, ben)))
                .containsEntry(phone.key(), "phone")
                .containsEntry(mail.key(), "team@shop.example")
                .containsEntry(laptop.key(), "laptop");
    }

    @Test
    void withoutACustomerTheForemostIdentityGivesThePerson() {
        assertThat(persons(List.of(phone, mail), active(phone, mail)))
                .containsEntry(phone.key(), "team@shop.example");
    }

    @Test
    void cuttingAnEdgeRestoresBothSides() {
        List<Node> nodes = List.of(ann, phone, laptop);
        var before = persons(nodes, active(ann, laptop));
        var linked = persons(nodes, active(ann, laptop), active(ann, phone));
        var cut = persons(nodes, active(ann, laptop), confirmed(ann, phone));

        assertThat(linked).isNotEqualTo(before);
        assertThat(cut).isEqualTo(before);
    }

    @Test
    void personsFollowFromTheEdgesWhateverTheirOrderAndNumber() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int story = 0; story < 300; story++) {
            List<Node> nodes = people(random);
            List<Edge> edges = edges(nodes, random);
            var persons = Neighbourhood.of(nodes, edges).persons();

            List<Edge> tripled = new ArrayList<>(edges);
            tripled.addAll(edges);
            tripled.addAll(edges);
            Collections.shuffle(tripled, random);
            Collections.shuffle(nodes, random);

            assertThat(Neighbourhood.of(nodes, tripled).persons())
                    .as("seed %d story %d", seed, story)
                    .isEqualTo(persons);
            noPersonHoldsTwoUsers(nodes, persons, "seed %d story %d".formatted(seed, story));
        }
    }

    @Test
    void neighbourhoodOfOneBrowserSaysTheSameOfItAsTheWholeGraph() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int story = 0; story < 300; story++) {
            List<Node> nodes = people(random);
            List<Edge> edges = edges(nodes, random);
            var whole = Neighbourhood.of(nodes, edges).persons();
            for (Node node : nodes) {
                var near = around(node, nodes, edges);
                assertThat(near.persons().get(node.key()))
                        .as("seed %d story %d", seed, story)
                        .isEqualTo(whole.get(node.key()));
            }
        }
    }

    /** As the service reads it: along confirmed edges, but not through another user id. */
    private static Neighbourhood around(Node start, List<Node> nodes, List<Edge> edges) {
        Map<IdentityKey, Node> byKey = new HashMap<>();
        nodes.forEach(node -> byKey.put(node.key(), node));
        var reached = new ArrayList<Node>(List.of(start));
        if (!start.isUser()) {
            for (int next = 0; next < reached.size(); next++) {
                Node from = reached.get(next);
                if (!from.isUser()) {
                    edges.stream()
                            .filter(Edge::confirmed)
                            .filter(edge -> ends(edge).anyMatch(from.key()::equals))
                            .flatMap(NeighbourhoodTest::ends)
                            .map(byKey::get)
                            .filter(node -> !reached.contains(node))
                            .forEach(reached::add);
                }
            }
        }
        return Neighbourhood.of(
                reached,
                edges.stream()
                        .filter(Edge::confirmed)
                        .filter(edge -> ends(edge).map(byKey::get).allMatch(reached::contains))
                        .toList());
    }

    private static Stream<IdentityKey> ends(Edge edge) {
        return Stream.of(edge.pair().left().key(), edge.pair().right().key());
    }

    private static void noPersonHoldsTwoUsers(
            List<Node> nodes, Map<IdentityKey, String> persons, String where) {
        assertThat(nodes.stream().filter(Node::isUser).map(node -> persons.get(node.key())))
                .as(where)
                .doesNotHaveDuplicates();
        nodes.stream()
                .filter(Node::isUser)
                .forEach(
                        user ->
                                assertThat(persons)
                                        .as(where)
                                        .containsEntry(user.key(), user.pseudonym()));
    }

    private static List<Node> people(Random random) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < 2 + random.nextInt(7); i++) {
            nodes.add(node(IdentityType.values()[random.nextInt(3)], "identity-" + i));
        }
        return nodes;
    }

    private static List<Edge> edges(List<Node> nodes, Random random) {
        var edges = new HashMap<Pair, Edge>();
        for (int i = 0; i < random.nextInt(12); i++) {
            Node one = nodes.get(random.nextInt(nodes.size()));
            Node other = nodes.get(random.nextInt(nodes.size()));
            if (one != other && !(one.isUser() && other.isUser())) {
                edges.putIfAbsent(
                        pair(one, other),
                        new Edge(pair(one, other), random.nextInt(4) > 0, random.nextInt(4) > 0));
            }
        }
        return new ArrayList<>(edges.values());
    }

    private static Map<IdentityKey, String> persons(List<Node> nodes, Edge... edges) {
        return Neighbourhood.of(nodes, List.of(edges)).persons();
    }

    private static Node node(IdentityType type, String value) {
        return new Node(NamedIdentity.of(type, value, KEYS), value, value);
    }

    private static Pair pair(Node one, Node other) {
        return Pair.of(one.identity(), other.identity());
    }

    private static Edge active(Node one, Node other) {
        return new Edge(pair(one, other), true, true);
    }

    private static Edge confirmed(Node one, Node other) {
        return new Edge(pair(one, other), true, false);
    }
}
