package io.tact.proof.tree;

import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 9162, section 2.1, word by word and without a thought for speed. */
final class ReferenceTree {
    private ReferenceTree() {}

    /** MTH(D), 2.1.1. */
    static Hash root(List<Hash> d) {
        if (d.isEmpty()) {
            return Hash.OF_EMPTY_TREE;
        }
        if (d.size() == 1) {
            return d.get(0);
        }
        int k = split(d.size());
        return Hash.ofNode(root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    /** PATH(m, D), 2.1.3.1. */
    static List<Hash> path(int m, List<Hash> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = split(d.size());
        return m < k
                ? append(path(m, d.subList(0, k)), root(d.subList(k, d.size())))
                : append(path(m - k, d.subList(k, d.size())), root(d.subList(0, k)));
    }

    /** SUBPROOF(m, D, b), 2.1.4.1. */
    static List<Hash> subproof(int m, List<Hash> d, boolean b) {
        if (m == d.size()) {
            return b ? List.of() : List.of(root(d));
        }
        int k = split(d.size());
        return m <= k
                ? append(subproof(m, d.subList(0, k), b), root(d.subList(k, d.size())))
                : append(subproof(m - k, d.subList(k, d.size()), false), root(d.subList(0, k)));
    }

    /** The largest power of two below n. */
    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }

    private static List<Hash> append(List<Hash> hashes, Hash last) {
        var all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }
}
