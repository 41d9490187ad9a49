package io.tact.consent.proof;

import io.tact.consent.answer.Answers;
import io.tact.proof.tree.InclusionProof;
import java.util.List;

/** How proving ended. */
public sealed interface Proof {
    /**
     * @param held by all identities together
     * @param checkpoint as it was signed
     */
    record Proven(Answers held, String checkpoint, List<Opened> entries) implements Proof {}

    /** The entry is kept, and not under a checkpoint that everybody can see. */
    record NotSignedYet() implements Proof {}

    /** What is kept was tampered with. */
    record Damaged() implements Proof {}

    /**
     * An entry with all that is needed to check it.
     *
     * @param body as it was committed to
     * @param nonce of its commitment
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Opened(byte[] body, byte[] nonce, InclusionProof inclusion) {}
}
