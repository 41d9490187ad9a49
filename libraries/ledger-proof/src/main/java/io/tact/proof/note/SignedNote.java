package io.tact.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.Checked;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A text with the signatures under it, none of which has been looked at yet.
 *
 * @param text ends with a newline, and has no other control character
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** Room for a hundred signatures of 5 kB, the size that post-quantum ones come in. */
    public static final int LARGEST_BYTES = 1_000_000;

    public static final int MOST_SIGNATURES = 100;

    private static final String BLANK_LINE = "\n\n";

    public SignedNote {
        signatures = List.copyOf(signatures);
        Optional<String> fault = fault(text, signatures.size());
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
    }

    public static SignedNote sign(String text, SigningKey... keys) {
        byte[] bytes = text.getBytes(UTF_8);
        return new SignedNote(text, Arrays.stream(keys).map(key -> key.sign(bytes)).toList());
    }

    public static Checked<SignedNote> parse(byte[] note) {
        if (note.length > LARGEST_BYTES) {
            return Checked.refused(
                    "a note has at most " + LARGEST_BYTES + " bytes, not " + note.length);
        }
        try {
            return parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString());
        } catch (CharacterCodingException e) {
            return Checked.refused("the note is not UTF-8");
        }
    }

    private static Checked<SignedNote> parse(String note) {
        if (hasControls(note)) {
            return Checked.refused("the note has a control character");
        }
        int blank = note.lastIndexOf(BLANK_LINE);
        if (blank < 0) {
            return Checked.refused("the note has no blank line between text and signatures");
        }
        if (!note.endsWith("\n")) {
            return Checked.refused("the note does not end with a newline");
        }
        String text = note.substring(0, blank + 1);
        List<String> lines = note.substring(blank + BLANK_LINE.length()).lines().toList();
        return fault(text, lines.size())
                .<Checked<SignedNote>>map(Checked::refused)
                .orElseGet(
                        () ->
                                Checked.all(lines.stream().map(NoteSignature::parse).toList())
                                        .map(signatures -> new SignedNote(text, signatures)));
    }

    /**
     * Holds if at least one trusted key has signed, and none did whose signature is wrong. Unknown
     * signatures are ignored: so keys can change, and witnesses can sign beside the ledger.
     */
    public Checked<VerifiedNote> verify(Collection<VerifierKey> trusted) {
        byte[] bytes = text.getBytes(UTF_8);
        var signedBy = new LinkedHashSet<KeyId>();
        for (NoteSignature signature : signatures) {
            KeyId id = signature.key();
            List<VerifierKey> known =
                    trusted.stream().filter(key -> key.id().equals(id)).distinct().toList();
            if (known.size() > 1) {
                return Checked.refused(known.size() + " different trusted keys are called " + id);
            }
            for (VerifierKey key : known) {
                if (!key.verifies(bytes, signature)) {
                    return Checked.refused("the signature of " + id + " is not of this text");
                }
                signedBy.add(id);
            }
        }
        return signedBy.isEmpty()
                ? Checked.refused(
                        "none of the trusted keys %s has signed, only %s"
                                .formatted(
                                        trusted.stream().map(VerifierKey::id).toList(),
                                        signatures.stream().map(NoteSignature::key).toList()))
                : Checked.valid(new VerifiedNote(text, List.copyOf(signedBy)));
    }

    public byte[] toBytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature).append('\n'));
        return note.toString();
    }

    private static Optional<String> fault(String text, int signatures) {
        if (!text.endsWith("\n")) {
            return Optional.of("the text of a note ends with a newline");
        }
        if (hasControls(text) || !UTF_8.newEncoder().canEncode(text)) {
            return Optional.of("the text has a control character, or half of a character");
        }
        return signatures < 1 || signatures > MOST_SIGNATURES
                ? Optional.of(
                        "a note has 1 to " + MOST_SIGNATURES + " signatures, not " + signatures)
                : Optional.empty();
    }

    private static boolean hasControls(String note) {
        return note.chars().anyMatch(character -> character < ' ' && character != '\n');
    }
}
