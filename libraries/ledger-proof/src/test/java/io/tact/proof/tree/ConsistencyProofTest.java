package io.tact.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.proof.GoVectors;
import io.tact.proof.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {
    private final TreeInMemory tree = TreeInMemory.ofSize(9);

    @Test
    void proofIsWhatTheDefinitionSaysAndHolds() {
        var big = TreeInMemory.ofSize(70);
        for (int newer = 1; newer <= 70; newer++) {
            List<Hash> leaves = big.leaves().subList(0, newer);
            for (int older = 1; older <= newer; older++) {
                var proof = ConsistencyProof.of(older, newer, big);

                assertThat(proof.path()).isEqualTo(ReferenceTree.subproof(older, leaves, true));
                assertThat(proof.verify(big.head(older), big.head(newer))).isEqualTo(Verdict.HOLDS);
            }
        }
    }

    @Test
    void proofsOfOtherImplementationsHoldAndAreOurs() {
        var big = TreeInMemory.ofSize(70_000);
        for (List<String> vector : GoVectors.of("consistency")) {
            var older = new TreeHead(Long.parseLong(vector.get(0)), GoVectors.hash(vector.get(2)));
            var newer = new TreeHead(Long.parseLong(vector.get(1)), GoVectors.hash(vector.get(3)));
            var proof = new ConsistencyProof(GoVectors.hashes(vector.get(4)));

            assertThat(proof.verify(older, newer)).isEqualTo(Verdict.HOLDS);
            assertThat(ConsistencyProof.of(older.size(), newer.size(), big)).isEqualTo(proof);
        }
    }

    @Test
    void proofHoldsAtTheEdges() {
        var big = TreeInMemory.ofSize(65_537);
        long[] sizes = {1, 2, 3, 7, 8, 9, 255, 256, 257, 65_535, 65_536, 65_537};
        for (long older : sizes) {
            for (long newer : sizes) {
                if (older <= newer) {
                    assertThat(
                                    ConsistencyProof.of(older, newer, big)
                                            .verify(big.head(older), big.head(newer)))
                            .isEqualTo(Verdict.HOLDS);
                }
            }
        }
    }

    @Test
    void proofFromTheEmptyTreeIsBroken() {
        var nothing = new ConsistencyProof(List.of());
        var reason = "every tree begins with the empty one, so there is nothing to prove";

        assertThat(nothing.verify(TreeHead.EMPTY, tree.head(9))).isEqualTo(Verdict.broken(reason));
        assertThat(nothing.verify(TreeHead.EMPTY, TreeHead.EMPTY))
                .isEqualTo(Verdict.broken(reason));
        assertThatThrownBy(() -> ConsistencyProof.of(0, 9, tree))
                .hasMessage("No proof from a tree of 0 leaves to one of 9");
    }

    @Test
    void olderTreeIsNotTheLargerOne() {
        var proof = ConsistencyProof.of(4, 9, tree);

        assertThat(proof.verify(tree.head(9), tree.head(4)))
                .isEqualTo(Verdict.broken("a tree of 9 leaves is not the beginning of one of 4"));
        assertThatThrownBy(() -> ConsistencyProof.of(9, 4, tree))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forkOfTheSameSizeIsBroken() {
        var fork = new TreeHead(9, tree.leaf(0));
        var nothing = new ConsistencyProof(List.of());

        assertThat(nothing.verify(tree.head(9), tree.head(9))).isEqualTo(Verdict.HOLDS);
        assertThat(nothing.verify(tree.head(9), fork)).isInstanceOf(Verdict.Broken.class);
        assertThat(new ConsistencyProof(List.of(tree.leaf(0))).verify(tree.head(9), tree.head(9)))
                .isEqualTo(Verdict.broken("between two trees of 9 the path has 0 hashes, not 1"));
    }

    @Test
    void pathOfAnotherLengthIsBrokenWithBothLengths() {
        assertThat(new ConsistencyProof(List.of()).verify(tree.head(6), tree.head(9)))
                .isEqualTo(
                        Verdict.broken(
                                "the path from a tree of 6 to one of 9 has 4 hashes, not 0"));
    }

    @Test
    void rewrittenHistoryIsBrokenAndTheReasonNamesTheRootThatDiffers() {
        var rewritten = new java.util.ArrayList<>(tree.leaves());
        rewritten.set(2, Hash.ofLeaf(new byte[] {66}));
        var other = new TreeInMemory(rewritten);
        var proof = ConsistencyProof.of(6, 9, other);

        assertThat(proof.verify(tree.head(6), other.head(9)))
                .isEqualTo(
                        Verdict.broken(
                                "the path comes from the root "
                                        + other.head(6).root()
                                        + ", not "
                                        + tree.head(6).root()));
    }
}
