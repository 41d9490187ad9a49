package io.tact.profile.identity;

import static io.tact.profile.identity.Certainty.ALIASED;
import static io.tact.profile.identity.Certainty.CLAIMED;
import static io.tact.profile.identity.Certainty.CONFIRMED;
import static io.tact.profile.identity.IdentityType.ANONYMOUS_ID;
import static io.tact.profile.identity.IdentityType.EMAIL;
import static io.tact.profile.identity.IdentityType.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    private static final IdentityKeys KEYS = new IdentityKeys("0123456789abcdef0123456789abcdef");

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

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
        assertThat(
                        persons(
                                List.of(ann, phone),
                                new Edge(pair(ann, phone), CLAIMED, true, true, NOON)))
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
    void eachEdgeSaysWhyItCountsOrNot() {
        Edge claim = new Edge(pair(ann, phone), CLAIMED, false, false, NOON);
        Edge cut = confirmed(ann, phone);
        Edge apart = active(ann, phone);
        Edge alias = new Edge(pair(ann, phone), ALIASED, true, false, NOON);

        assertThat(why(claim, true, false)).isEqualTo(LinkReason.CLAIMED);
        assertThat(why(claim, false, false)).isEqualTo(LinkReason.OUTRANKED);
        assertThat(why(cut, false, false)).isEqualTo(LinkReason.NOT_PERMITTED);
        assertThat(why(apart, false, true)).isEqualTo(LinkReason.COUNTS);
        assertThat(why(apart, false, false)).isEqualTo(LinkReason.OTHER_DEVICE);
        assertThat(why(active(ann, mail), false, false)).isEqualTo(LinkReason.TOO_MANY);
        assertThat(why(apart, false, false, active(ben, phone))).isEqualTo(LinkReason.SHARED);
        assertThat(why(alias, false, false, active(ben, phone))).isEqualTo(LinkReason.OUTRANKED);
    }

    private LinkReason why(Edge edge, boolean unconfirmed, boolean joined, Edge... others) {
        var graph =
                Neighbourhood.of(
                        List.of(ann, ben, phone, mail),
                        Stream.concat(Stream.of(edge), Stream.of(others)).toList());
        return new LinkReasons(graph).of(edge, unconfirmed, joined);
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
                                new Edge(pair(ben, phone), CLAIMED, false, false, NOON)))
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
    void aliasJoinsAnUnidentifiedSideOnly() {
        Edge alias = new Edge(pair(ben, phone), ALIASED, true, true, NOON);
        assertThat(persons(List.of(ben, phone), alias)).containsEntry(phone.key(), "ben");

        var identified =
                Neighbourhood.of(List.of(ann, ben, phone), List.of(active(ann, phone), alias));

        assertThat(identified.persons()).containsEntry(phone.key(), "ann");
        assertThat(identified.shared()).isEmpty();
        assertThat(identified.isRefused(alias.pair())).isTrue();
    }

    @Test
    void identifiedSideKeepsAnAliasAwayEvenWithoutConsent() {
        assertThat(
                        persons(
                                List.of(ann, ben, phone),
                                confirmed(ann, phone),
                                new Edge(pair(ben, phone), ALIASED, true, true, NOON)))
                .containsEntry(phone.key(), "phone");
    }

    @Test
    void twoAliasesOfTwoCustomersIdentifyNobody() {
        assertThat(
                        persons(
                                List.of(ann, ben, phone),
                                new Edge(pair(ann, phone), ALIASED, true, true, NOON),
                                new Edge(pair(ben, phone), ALIASED, true, true, NOON)))
                .containsEntry(phone.key(), "phone");
    }

    @Test
    void ofEachTypeThePersonHasTheNewestFive() {
        List<Node> nodes = new ArrayList<>(List.of(ann));
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Node browser = node(IdentityType.ANONYMOUS_ID, "browser-" + i);
            nodes.add(browser);
            edges.add(active(ann, browser, NOON.plusSeconds(i)));
        }
        Collections.shuffle(edges);

        var persons = Neighbourhood.of(nodes, edges).persons();

        assertThat(nodes.stream().map(node -> persons.get(node.key())))
                .containsExactly(
                        "ann", "browser-0", "browser-1", "ann", "ann", "ann", "ann", "ann");
    }

    @Test
    void browsersThatMayNotBeJoinedAcrossDevicesAreNot() {
        List<Node> nodes = List.of(ann, phone, laptop);
        Edge old = new Edge(pair(ann, phone), CONFIRMED, true, true, NOON);
        Edge newer = new Edge(pair(ann, laptop), CONFIRMED, true, false, NOON.plusSeconds(1));

        assertThat(persons(nodes, old, newer))
                .as("the account has its newest browser")
                .containsEntry(laptop.key(), "ann")
                .containsEntry(phone.key(), "phone");
        assertThat(persons(nodes, old.judged(true, false), newer.judged(true, true)))
                .containsEntry(laptop.key(), "ann")
                .containsEntry(phone.key(), "phone");
        assertThat(persons(nodes, old, newer.judged(true, true)))
                .containsEntry(laptop.key(), "ann")
                .containsEntry(phone.key(), "ann");
    }

    @Test
    void whatIsBeyondTheLimitComesBackWhenOneLeaves() {
        List<Node> nodes = new ArrayList<>(List.of(ann));
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            nodes.add(node(IdentityType.ANONYMOUS_ID, "browser-" + i));
            edges.add(active(ann, nodes.get(i + 1), NOON));
        }
        var crowded = Neighbourhood.of(nodes, edges);
        assertThat(crowded.persons()).containsValues("ann").hasSize(7);
        Node beyond =
                nodes.stream()
                        .filter(one -> !"ann".equals(crowded.persons().get(one.key())))
                        .findFirst()
                        .orElseThrow();

        var withdrawn =
                Neighbourhood.of(
                        nodes,
                        edges.stream()
                                .filter(
                                        edge ->
                                                !touches(edge, nodes.get(1))
                                                        || beyond == nodes.get(1))
                                .filter(
                                        edge ->
                                                !touches(edge, nodes.get(2))
                                                        || beyond != nodes.get(1))
                                .toList());

        assertThat(withdrawn.persons()).containsEntry(beyond.key(), "ann");
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

    /** As the service reads it. */
    private static Neighbourhood around(Node start, List<Node> nodes, List<Edge> edges) {
        Set<Node> near = new LinkedHashSet<>();
        if (!start.isUser()) {
            near.add(start);
        }
        followed(near, nodes, edges);
        Set<Node> users = new LinkedHashSet<>();
        users.add(start);
        near.forEach(node -> users.addAll(beside(node, nodes, edges)));
        Set<Node> cluster = new LinkedHashSet<>(near);
        users.stream()
                .filter(Node::isUser)
                .forEach(user -> cluster.addAll(beside(user, nodes, edges)));
        followed(cluster, nodes, edges);
        List<Edge> read =
                edges.stream()
                        .filter(edge -> !edge.isClaim())
                        .filter(edge -> cluster.stream().anyMatch(node -> touches(edge, node)))
                        .toList();
        return Neighbourhood.of(
                nodes.stream()
                        .filter(
                                node ->
                                        node == start
                                                || read.stream()
                                                        .anyMatch(edge -> touches(edge, node)))
                        .toList(),
                read);
    }

    /** Along confirmed edges to all that is no user id. */
    private static void followed(Set<Node> reached, List<Node> nodes, List<Edge> edges) {
        var next = new ArrayList<>(reached);
        for (int i = 0; i < next.size(); i++) {
            for (Node node : beside(next.get(i), nodes, edges)) {
                if (!node.isUser() && reached.add(node)) {
                    next.add(node);
                }
            }
        }
    }

    private static List<Node> beside(Node one, List<Node> nodes, List<Edge> edges) {
        return nodes.stream()
                .filter(node -> node != one)
                .filter(
                        node ->
                                edges.stream()
                                        .filter(edge -> !edge.isClaim())
                                        .anyMatch(
                                                edge -> touches(edge, one) && touches(edge, node)))
                .toList();
    }

    private static boolean touches(Edge edge, Node node) {
        return ends(edge).anyMatch(node.key()::equals);
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
        for (int i = 0; i < 2 + random.nextInt(11); i++) {
            nodes.add(node(IdentityType.values()[random.nextInt(3)], "identity-" + i));
        }
        return nodes;
    }

    private static List<Edge> edges(List<Node> nodes, Random random) {
        var edges = new HashMap<Pair, Edge>();
        for (int i = 0; i < random.nextInt(24); i++) {
            Node one = nodes.get(random.nextInt(nodes.size()));
            Node other = nodes.get(random.nextInt(nodes.size()));
            if (one != other && !(one.isUser() && other.isUser())) {
                edges.putIfAbsent(
                        pair(one, other),
                        new Edge(
                                pair(one, other),
                                Certainty.values()[Math.min(2, random.nextInt(5))],
                                random.nextInt(4) > 0,
                                random.nextInt(3) > 0,
                                NOON.plusSeconds(random.nextInt(5))));
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

    private static Edge active(Node one, Node other, Instant since) {
        return new Edge(pair(one, other), CONFIRMED, true, true, since);
    }

    private static Edge active(Node one, Node other) {
        return active(one, other, NOON);
    }

    private static Edge confirmed(Node one, Node other) {
        return new Edge(pair(one, other), CONFIRMED, false, false, NOON);
    }
}
