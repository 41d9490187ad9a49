package io.tact.proof.note;

import io.tact.proof.CanonicalBase64;
import io.tact.proof.Checked;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A line under a note: an em dash, the key's name, and base64(key hash || signature).
 *
 * @param base64 the signature alone, without the key's hash
 */
public record NoteSignature(KeyId key, String base64) {
    private static final String PREFIX = "\u2014 ";

    public NoteSignature {
        if (CanonicalBase64.decode(base64).orElseThrow().length == 0) {
            throw new IllegalArgumentException("The signature of " + key + " is empty");
        }
    }

    static Checked<NoteSignature> parse(String line) {
        if (!line.startsWith(PREFIX)) {
            return Checked.refused("a signature begins with an em dash, not as '" + line + "'");
        }
        String[] parts = line.substring(PREFIX.length()).split(" ", 2);
        if (parts.length < 2 || !KeyId.isName(parts[0])) {
            return Checked.refused("a signature reads '\u2014 name base64', not '" + line + "'");
        }
        return CanonicalBase64.decode(parts[1])
                .then(
                        bytes ->
                                bytes.length > Integer.BYTES
                                        ? Checked.valid(of(parts[0], bytes))
                                        : Checked.refused("'" + line + "' has no signature"));
    }

    private static NoteSignature of(String name, byte[] hashed) {
        var key = new KeyId(name, ByteBuffer.wrap(hashed).getInt());
        byte[] signature = Arrays.copyOfRange(hashed, Integer.BYTES, hashed.length);
        return new NoteSignature(key, CanonicalBase64.encode(signature));
    }

    byte[] bytes() {
        return CanonicalBase64.decode(base64).orElseThrow();
    }

    /** The line, without its newline. */
    @Override
    public String toString() {
        byte[] signature = bytes();
        byte[] hashed =
                ByteBuffer.allocate(Integer.BYTES + signature.length)
                        .putInt(key.hash())
                        .put(signature)
                        .array();
        return PREFIX + key.name() + " " + CanonicalBase64.encode(hashed);
    }
}
