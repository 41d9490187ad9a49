package io.tact.proof.tree;

import java.util.List;

/** Brings the hashes of which proofs are made, from wherever a tree is kept. */
@FunctionalInterface
public interface HashReader {
    /**
     * @throws IllegalArgumentException if this reader does not hold the node
     */
    Hash hash(Node node);

    default Hash hash(Subtree subtree) {
        List<Hash> complete = subtree.nodes().stream().map(this::hash).toList();
        return Hash.ofRow(complete);
    }
}
