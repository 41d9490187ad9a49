package io.tact.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.proof.GoVectors;
import io.tact.proof.Verdict;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class InclusionProofTest {
    private final TreeInMemory tree = TreeInMemory.ofSize(9);

    @Test
    void proofIsWhatTheDefinitionSaysAndHolds() {
        var big = TreeInMemory.ofSize(70);
        for (int size = 1; size <= 70; size++) {
            for (int index = 0; index < size; index++) {
                var proof = InclusionProof.of(index, size, big);

                assertThat(proof.path())
                        .isEqualTo(ReferenceTree.path(index, big.leaves().subList(0, size)));
                assertThat(proof.verify(big.leaf(index), big.head(size))).isEqualTo(Verdict.HOLDS);
            }
        }
    }

    @Test
    void proofsOfOtherImplementationsHoldAndAreOurs() {
        var big = TreeInMemory.ofSize(70_000);
        for (List<String> vector : GoVectors.of("inclusion")) {
            long index = Long.parseLong(vector.get(0));
            var head = new TreeHead(Long.parseLong(vector.get(1)), GoVectors.hash(vector.get(2)));
            var proof = new InclusionProof(index, GoVectors.hashes(vector.get(3)));

            assertThat(proof.verify(big.leaf(index), head)).isEqualTo(Verdict.HOLDS);
            assertThat(InclusionProof.of(index, head.size(), big)).isEqualTo(proof);
        }
    }

    @Test
    void proofHoldsAtTheEdges() {
        var big = TreeInMemory.ofSize(65_537);
        for (long size : new long[] {1, 2, 3, 7, 8, 9, 255, 256, 257, 65_535, 65_536, 65_537}) {
            for (long index : new long[] {0, size / 2, size - 1}) {
                assertThat(
                                InclusionProof.of(index, size, big)
                                        .verify(big.leaf(index), big.head(size)))
                        .isEqualTo(Verdict.HOLDS);
            }
        }
    }

    @Test
    void indexOutsideTheTreeIsBroken() {
        var path = InclusionProof.of(8, 9, tree).path();
        for (long index : new long[] {-1, 9, 10, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(new InclusionProof(index, path).verify(tree.leaf(8), tree.head(9)))
                    .isEqualTo(Verdict.broken("there is no leaf " + index + " in a tree of 9"));
        }
        assertThat(new InclusionProof(0, List.of()).verify(tree.leaf(0), TreeHead.EMPTY))
                .isEqualTo(Verdict.broken("there is no leaf 0 in a tree of 0"));
        assertThatThrownBy(() -> InclusionProof.of(9, 9, tree))
                .hasMessage("No leaf 9 in a tree of 9");
    }

    @Test
    void pathOfAnotherLengthIsBrokenWithBothLengths() {
        var path = InclusionProof.of(3, 9, tree).path();

        assertThat(new InclusionProof(3, path.subList(1, 4)).verify(tree.leaf(3), tree.head(9)))
                .isEqualTo(
                        Verdict.broken(
                                "the path from leaf 3 to the root of a tree of 9 has 4 hashes, not 3"));
        assertThat(
                        new InclusionProof(3, Collections.nCopies(1_000, path.get(0)))
                                .verify(tree.leaf(3), tree.head(9)))
                .isEqualTo(
                        Verdict.broken(
                                "the path from leaf 3 to the root of a tree of 9 has 4 hashes, not 1000"));
    }

    @Test
    void wrongRootIsBrokenWithBothRoots() {
        var proof = InclusionProof.of(0, 1, tree);
        Hash other = tree.leaf(1);

        assertThat(proof.verify(tree.leaf(0), new TreeHead(1, other)))
                .isEqualTo(
                        Verdict.broken(
                                "the path leads to the root "
                                        + tree.leaf(0)
                                        + ", not to "
                                        + other));
    }

    @Test
    void largestTreeThatCanBeCountedIsNoTrouble() {
        var huge = new TreeHead(Long.MAX_VALUE, tree.leaf(0));
        long last = Long.MAX_VALUE - 1;

        assertThat(InclusionProof.nodes(last, huge.size()))
                .hasSize(62)
                .allSatisfy(node -> assertThat(node.end()).isLessThan(Long.MAX_VALUE));
        assertThat(
                        new InclusionProof(last, Collections.nCopies(62, tree.leaf(1)))
                                .verify(tree.leaf(2), huge))
                .isInstanceOf(Verdict.Broken.class);
    }
}
