package io.tact.proof.note;

import io.tact.proof.Checked;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.TreeHead;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a ledger signs: its own name and the head of its tree.
 *
 * @param origin the ledger, best a URL without a scheme; the name of its key should be the same
 * @param extensions further lines, whose meaning is the ledger's own affair; best none
 */
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]*");

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!Stream.concat(Stream.of(origin), extensions.stream()).allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException(
                    "Origin and extensions are lines and not empty: " + origin + extensions);
        }
    }

    public static Checkpoint of(String origin, TreeHead head) {
        return new Checkpoint(origin, head, List.of());
    }

    /**
     * Opens a checkpoint that somebody brought.
     *
     * @param origin the ledger that is asked about: a key may sign for more than one
     * @param trusted the keys of that ledger
     */
    public static Checked<Checkpoint> open(
            byte[] note, String origin, Collection<VerifierKey> trusted) {
        return SignedNote.parse(note)
                .then(signed -> signed.verify(trusted))
                .then(verified -> parse(verified.text()))
                .then(
                        checkpoint ->
                                checkpoint.origin.equals(origin)
                                        ? Checked.valid(checkpoint)
                                        : Checked.refused(
                                                "the checkpoint is of '%s', not of '%s'"
                                                        .formatted(checkpoint.origin, origin)));
    }

    /** The text alone says nothing of who wrote it. */
    static Checked<Checkpoint> parse(String text) {
        String[] lines = text.split("\n", -1);
        int count = lines.length - 1;
        if (count < 3 || !lines[count].isEmpty()) {
            return Checked.refused("a checkpoint has at least three lines, and ends with one");
        }
        List<String> all = List.of(lines).subList(0, count);
        if (!all.stream().allMatch(Checkpoint::isLine)) {
            return Checked.refused("the checkpoint has an empty line");
        }
        return head(lines[1], lines[2])
                .map(head -> new Checkpoint(lines[0], head, all.subList(3, count)));
    }

    private static Checked<TreeHead> head(String size, String root) {
        if (!SIZE.matcher(size).matches()) {
            return Checked.refused(
                    "'" + size + "' is no size, which is decimal without leading zeros");
        }
        long leaves;
        try {
            leaves = Long.parseLong(size);
        } catch (NumberFormatException e) {
            return Checked.refused("the size " + size + " is above 2^63 - 1");
        }
        return Hash.parse(root)
                .then(
                        hash ->
                                leaves > 0 || hash.equals(Hash.OF_EMPTY_TREE)
                                        ? Checked.valid(new TreeHead(leaves, hash))
                                        : Checked.refused(
                                                "the root of an empty tree is %s, not %s"
                                                        .formatted(Hash.OF_EMPTY_TREE, hash)));
    }

    public SignedNote sign(SigningKey... keys) {
        return SignedNote.sign(text(), keys);
    }

    /** The lines that are signed. */
    public String text() {
        var lines =
                Stream.concat(
                        Stream.of(origin, Long.toString(head.size()), head.root().toString()),
                        extensions.stream());
        return String.join("\n", lines.toList()) + "\n";
    }

    private static boolean isLine(String line) {
        return !line.isEmpty() && line.indexOf('\n') < 0;
    }
}
