package io.tact.proof.note;

import java.util.List;

/** A text that a trusted key has signed. Only {@link SignedNote#verify} makes one. */
public final class VerifiedNote {
    private final String text;
    private final List<KeyId> signedBy;

    VerifiedNote(String text, List<KeyId> signedBy) {
        this.text = text;
        this.signedBy = signedBy;
    }

    public String text() {
        return text;
    }

    /** The trusted keys that were found under it, each once. */
    public List<KeyId> signedBy() {
        return signedBy;
    }
}
