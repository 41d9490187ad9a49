package io.tact.proof.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.Checked;
import io.tact.proof.tree.Hash;
import java.util.List;

/**
 * The text of which a leaf is the hash: lines, the first of which says what it is. There is exactly
 * one way to write a leaf, so nothing can be hidden in how it is written.
 */
public sealed interface Leaf permits Said, Erased {
    /** The lines, each with its end. */
    String text();

    default byte[] toBytes() {
        return text().getBytes(UTF_8);
    }

    default Hash hash() {
        return Hash.ofLeaf(toBytes());
    }

    static Checked<Leaf> parse(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        String[] lines = text.split("\n", -1);
        int count = lines.length - 1;
        if (count < 2 || !lines[count].isEmpty()) {
            return Checked.refused("a leaf has at least two lines, and ends with one");
        }
        List<String> rest = List.of(lines).subList(1, count);
        Checked<? extends Leaf> parsed =
                switch (lines[0]) {
                    case Said.KIND -> Said.parse(rest);
                    case Erased.KIND -> Erased.parse(rest);
                    default -> Checked.refused("'" + lines[0] + "' is no kind of leaf");
                };
        return parsed.then(
                leaf ->
                        java.util.Arrays.equals(leaf.toBytes(), bytes)
                                ? Checked.valid(leaf)
                                : Checked.refused("the leaf is not written as leaves are"));
    }
}
