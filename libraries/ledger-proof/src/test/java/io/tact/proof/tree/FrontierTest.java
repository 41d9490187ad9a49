package io.tact.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.proof.GoVectors;
import io.tact.proof.Seed;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FrontierTest {
    @Test
    void rootIsWhatTheDefinitionSays() {
        List<Hash> leaves = TreeInMemory.leaves(0, 300);

        Frontier frontier = Frontier.EMPTY;
        for (int size = 0; size < leaves.size(); size++) {
            assertThat(frontier.head())
                    .isEqualTo(new TreeHead(size, ReferenceTree.root(leaves.subList(0, size))));
            frontier = frontier.append(List.of(leaves.get(size)));
        }
    }

    @Test
    void rootIsWhatOtherImplementationsSayAtTheEdges() {
        for (List<String> root : GoVectors.of("root")) {
            long size = Long.parseLong(root.get(0));

            Frontier frontier = Frontier.EMPTY.append(TreeInMemory.leaves(0, size));

            assertThat(frontier.head()).isEqualTo(new TreeHead(size, GoVectors.hash(root.get(1))));
        }
    }

    @Test
    void howLeavesAreGroupedMakesNoDifference() {
        var random = Seed.random("howLeavesAreGroupedMakesNoDifference");
        var tree = TreeInMemory.ofSize(2_000);

        Frontier frontier = Frontier.EMPTY;
        while (frontier.size() < 2_000) {
            int from = (int) frontier.size();
            int to = Math.min(2_000, from + random.nextInt(40));
            frontier = frontier.append(tree.leaves().subList(from, to));
            assertThat(frontier).isEqualTo(Frontier.of(to, tree));
        }
    }

    @Test
    void nodesAreShownWhenTheyAreCompleteAndChildrenFirst() {
        var shown = new java.util.ArrayList<Node>();

        Frontier.EMPTY
                .append(TreeInMemory.leaves(0, 3))
                .append(TreeInMemory.leaves(3, 5), (node, hash) -> shown.add(node));

        assertThat(shown)
                .containsExactly(new Node(0, 3), new Node(1, 1), new Node(2, 0), new Node(0, 4));
    }

    @Test
    void frontierThatDoesNotFitItsSizeIsNone() {
        Hash hash = Hash.ofLeaf(new byte[0]);
        assertThatThrownBy(() -> new Frontier(3, List.of(hash)))
                .hasMessage("A tree of 3 leaves does not consist of 1");
        assertThatThrownBy(() -> new Frontier(-1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TreeHead(0, hash))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TreeHead(-1, hash))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void millionLeavesAreAppendedInSecondsAndWithOneHashEach() {
        List<Hash> leaves = TreeInMemory.leaves(0, 1_000_000);
        var nodes = new AtomicLong();

        Frontier.EMPTY.append(leaves, (node, hash) -> nodes.incrementAndGet());

        assertThat(nodes.get() - leaves.size())
                .isEqualTo(leaves.size() - Integer.bitCount(leaves.size()));
    }
}
