package io.tact.proof.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.Checked;
import io.tact.proof.Verdict;
import io.tact.proof.entry.Commitment;
import io.tact.proof.entry.Said;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.InclusionProof;
import io.tact.proof.tree.TreeHead;
import java.util.List;
import java.util.Optional;

/**
 * A claim that entries stand in a ledger. Anybody may claim anything: only {@link #verify} tells.
 *
 * @param checkpoint the signed note, as the ledger published it
 */
public record Evidence(String checkpoint, List<Entry> entries) {
    public Evidence {
        entries = List.copyOf(entries);
    }

    /**
     * One entry, opened.
     *
     * @param body the text that was committed to, exactly
     * @param nonce not copied; whoever gets it leaves it as it is
     * @param inclusion the path of its {@link InclusionProof}
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Entry(long index, String body, byte[] nonce, List<Hash> inclusion) {
        public Entry {
            inclusion = List.copyOf(inclusion);
        }

        private Optional<String> fault(TreeHead head) {
            if (nonce.length != Commitment.NONCE_BYTES) {
                return Optional.of(
                        "its nonce has %d bytes, not %d"
                                .formatted(nonce.length, Commitment.NONCE_BYTES));
            }
            if (!UTF_8.newEncoder().canEncode(body)) {
                return Optional.of("its body has half of a character, which no bytes stand for");
            }
            Hash leaf = new Said(Commitment.to(body.getBytes(UTF_8), nonce)).hash();
            return new InclusionProof(index, inclusion).verify(leaf, head)
                            instanceof Verdict.Broken broken
                    ? Optional.of(broken.reason())
                    : Optional.empty();
        }

        /** Without what the person said. */
        @Override
        public String toString() {
            return "entry " + index;
        }
    }

    /**
     * Valid if the ledger has signed a tree in which all these entries stand, where they are said
     * to stand.
     *
     * @param key which is known from elsewhere to be the ledger's
     * @param origin the ledger's name
     * @return the checkpoint that signs them
     */
    public Checked<Checkpoint> verify(VerifierKey key, String origin) {
        if (entries.isEmpty()) {
            return Checked.refused("there is no entry to prove");
        }
        return Checkpoint.open(checkpoint.getBytes(UTF_8), origin, List.of(key))
                .then(
                        opened ->
                                fault(opened.head())
                                        .<Checked<Checkpoint>>map(Checked::refused)
                                        .orElseGet(() -> Checked.valid(opened)));
    }

    private Optional<String> fault(TreeHead head) {
        for (Entry entry : entries) {
            Optional<String> fault = entry.fault(head);
            if (fault.isPresent()) {
                return Optional.of(entry + " is not proved: " + fault.get());
            }
        }
        return Optional.empty();
    }
}
