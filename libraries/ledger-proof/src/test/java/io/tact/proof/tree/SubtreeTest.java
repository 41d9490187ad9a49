package io.tact.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SubtreeTest {
    @Test
    void treeConsistsOfOneCompleteSubtreeForEachOneInItsSize() {
        assertThat(Subtree.ofTree(7).nodes())
                .containsExactly(new Node(2, 0), new Node(1, 2), new Node(0, 6));
        assertThat(Subtree.ofTree(8).nodes()).containsExactly(new Node(3, 0));
        assertThat(new Subtree(8, 11).nodes()).containsExactly(new Node(1, 4), new Node(0, 10));
        assertThat(Subtree.ofTree(Long.MAX_VALUE).nodes()).hasSize(63);
    }

    @Test
    void leftHalfHasTheLargestPowerOfTwoBelowTheNumberOfLeaves() {
        assertThat(Subtree.ofTree(2).left()).isEqualTo(new Subtree(0, 1));
        assertThat(Subtree.ofTree(8).left()).isEqualTo(new Subtree(0, 4));
        assertThat(Subtree.ofTree(9).left()).isEqualTo(new Subtree(0, 8));
        assertThat(Subtree.ofTree(9).right()).isEqualTo(new Subtree(8, 9));
    }

    @Test
    void leavesThatNoTreePutsUnderOneNodeAreNoSubtree() {
        assertThat(new Subtree(4, 7).nodes()).hasSize(2);
        assertThatThrownBy(() -> new Subtree(1, 3)).hasMessage("D[1:3] is not a subtree");
        assertThatThrownBy(() -> new Subtree(2, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subtree(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subtree(-2, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nodeEndsWhereATreeCanStillBeCounted() {
        assertThat(new Node(62, 0).end()).isEqualTo(1L << 62);
        assertThat(new Node(0, Long.MAX_VALUE - 1).end()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> new Node(62, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Node(63, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Node(0, Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Node(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
