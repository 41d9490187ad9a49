package io.tact.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.proof.Seed;
import io.tact.proof.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Takes thousands of good proofs and damages each in every way: none may hold. */
class DamagedProofsTest {
    private static final int LARGEST = 70_000;

    private final TreeInMemory tree = TreeInMemory.ofSize(LARGEST);

    @Test
    void damagedInclusionProofNeverHolds() {
        Random random = Seed.random("damagedInclusionProofNeverHolds");
        for (int round = 0; round < 2_000; round++) {
            long size = size(random);
            long index = random.nextLong(size);
            var head = tree.head(size);
            var leaf = tree.leaf(index);
            var proof = InclusionProof.of(index, size, tree);

            assertThat(proof.verify(leaf, head)).isEqualTo(Verdict.HOLDS);
            for (List<Hash> path : damaged(proof.path(), random)) {
                expectBroken(new InclusionProof(index, path).verify(leaf, head));
            }
            expectBroken(proof.verify(flip(leaf, random), head));
            expectBroken(proof.verify(leaf, new TreeHead(size, flip(head.root(), random))));
            for (long other : new long[] {index - 1, index + 1, index ^ 2, random.nextLong(size)}) {
                if (other != index) {
                    expectBroken(new InclusionProof(other, proof.path()).verify(leaf, head));
                }
            }
            for (long other : otherSizes(size, random)) {
                // A root does not bind its size: where the turns are the same, so is the statement.
                boolean same = turns(index, other).equals(turns(index, size));
                Verdict verdict = proof.verify(leaf, new TreeHead(other, head.root()));
                assertThat(verdict.equals(Verdict.HOLDS)).isEqualTo(same);
            }
        }
    }

    @Test
    void damagedConsistencyProofNeverHolds() {
        Random random = Seed.random("damagedConsistencyProofNeverHolds");
        for (int round = 0; round < 2_000; round++) {
            long newer = size(random);
            long older = 1 + random.nextLong(newer);
            var from = tree.head(older);
            var to = tree.head(newer);
            var proof = ConsistencyProof.of(older, newer, tree);

            assertThat(proof.verify(from, to)).isEqualTo(Verdict.HOLDS);
            for (List<Hash> path : damaged(proof.path(), random)) {
                expectBroken(new ConsistencyProof(path).verify(from, to));
            }
            expectBroken(proof.verify(new TreeHead(older, flip(from.root(), random)), to));
            expectBroken(proof.verify(from, new TreeHead(newer, flip(to.root(), random))));
            if (older < newer) {
                expectBroken(proof.verify(to, from));
                for (long other : otherSizes(older, random)) {
                    boolean same = other <= newer && way(other, newer).equals(way(older, newer));
                    Verdict verdict = proof.verify(new TreeHead(other, from.root()), to);
                    assertThat(verdict.equals(Verdict.HOLDS)).isEqualTo(same);
                }
                for (long other : otherSizes(newer, random)) {
                    boolean same = older <= other && way(older, other).equals(way(older, newer));
                    Verdict verdict = proof.verify(from, new TreeHead(other, to.root()));
                    assertThat(verdict.equals(Verdict.HOLDS)).isEqualTo(same);
                }
            }
        }
    }

    private static List<List<Hash>> damaged(List<Hash> path, Random random) {
        var all = new ArrayList<List<Hash>>();
        Hash stray = Hash.ofLeaf(new byte[] {(byte) random.nextInt()});
        for (int i = 0; i <= path.size(); i++) {
            all.add(with(path, i, stray));
        }
        for (int i = 0; i < path.size(); i++) {
            var flipped = new ArrayList<>(path);
            flipped.set(i, flip(path.get(i), random));
            all.add(flipped);
            var dropped = new ArrayList<>(path);
            dropped.remove(i);
            all.add(dropped);
            all.add(with(path, i, path.get(i)));
            if (i > 0) {
                var swapped = new ArrayList<>(path);
                swapped.set(i, path.get(i - 1));
                swapped.set(i - 1, path.get(i));
                all.add(swapped);
            }
        }
        return all;
    }

    private static List<Hash> with(List<Hash> path, int at, Hash more) {
        var longer = new ArrayList<>(path);
        longer.add(at, more);
        return longer;
    }

    private static Hash flip(Hash hash, Random random) {
        byte[] bytes = hash.toBytes();
        bytes[random.nextInt(Hash.BYTES)] ^= (byte) (1 << random.nextInt(8));
        return Hash.parse(bytes).orElseThrow();
    }

    /** Every order of magnitude as often as another. */
    private static long size(Random random) {
        int bits = random.nextInt(17);
        return Math.min(LARGEST, (1L << bits) + random.nextLong(1L << bits));
    }

    private static List<Long> otherSizes(long size, Random random) {
        return List.of(size - 1, size + 1, size / 2, size * 2, size ^ 2, 1 + random.nextLong(size))
                .stream()
                .filter(other -> other > 0 && other != size)
                .toList();
    }

    /** On which side the siblings stand, from the root down: all that a path is computed with. */
    private static String turns(long index, long size) {
        if (index >= size) {
            return "outside";
        }
        if (size == 1) {
            return "";
        }
        long half = Long.highestOneBit(size - 1);
        return index < half ? "r" + turns(index, half) : "l" + turns(index - half, size - half);
    }

    /** The same for SUBPROOF, and whether it begins with the older root itself. */
    private static String way(long older, long newer) {
        return way(older, newer, true);
    }

    private static String way(long older, long newer, boolean whole) {
        if (older == newer) {
            return whole ? "root" : "given";
        }
        long half = Long.highestOneBit(newer - 1);
        return older <= half
                ? "r" + way(older, half, whole)
                : "l" + way(older - half, newer - half, false);
    }

    private static void expectBroken(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
    }
}
