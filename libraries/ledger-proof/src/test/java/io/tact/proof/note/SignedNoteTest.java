package io.tact.proof.note;

import static io.tact.proof.note.PeterNeumann.ENOCH_ROOT_SIGNATURE;
import static io.tact.proof.note.PeterNeumann.SIGNATURE;
import static io.tact.proof.note.PeterNeumann.TEXT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.proof.Checked;
import io.tact.proof.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    private final VerifierKey peter = PeterNeumann.verifierKey();
    private final VerifierKey enoch =
            VerifierKey.parse(PeterNeumann.ENOCH_ROOT_VERIFIER_KEY).orElseThrow();

    @Test
    void noteIsSignedAsGoSignsIt() {
        assertThat(SignedNote.sign(TEXT, PeterNeumann.signingKey()))
                .hasToString(TEXT + "\n" + SIGNATURE);
    }

    @Test
    void noteReadsBackAsItWasWritten() {
        String note = TEXT + "\n" + SIGNATURE + ENOCH_ROOT_SIGNATURE;

        assertThat(parse(note).map(SignedNote::toString)).isEqualTo(Checked.valid(note));
        assertThat(parse("\n\n" + SIGNATURE).map(SignedNote::text)).isEqualTo(Checked.valid("\n"));
        assertThat(parse("a\n\nb\n\n" + SIGNATURE).map(SignedNote::text))
                .isEqualTo(Checked.valid("a\n\nb\n"));
    }

    @Test
    void signaturesOfUnknownKeysAreIgnored() {
        SignedNote note = parse(TEXT + "\n" + ENOCH_ROOT_SIGNATURE + SIGNATURE).orElseThrow();

        assertThat(note.verify(List.of(peter)).map(VerifiedNote::signedBy))
                .isEqualTo(Checked.valid(List.of(peter.id())));
        assertThat(note.verify(List.of(peter, enoch)).map(VerifiedNote::signedBy))
                .isEqualTo(Checked.valid(List.of(enoch.id(), peter.id())));
        assertThat(note.verify(List.of(peter)).map(VerifiedNote::text))
                .isEqualTo(Checked.valid(TEXT));
    }

    @Test
    void noteWithoutASignatureOfATrustedKeyIsRefused() {
        SignedNote note = parse(TEXT + "\n" + ENOCH_ROOT_SIGNATURE).orElseThrow();

        assertThat(note.verify(List.of(peter)))
                .isEqualTo(
                        Checked.refused(
                                "none of the trusted keys [PeterNeumann+c74f20a3] has signed, only"
                                        + " [EnochRoot+af0cfe78]"));
        assertThat(note.verify(List.of())).isInstanceOf(Checked.Refused.class);
    }

    @Test
    void oneWrongSignatureOfATrustedKeyRefusesTheWholeNote() {
        String wrong = SIGNATURE.substring(0, 60) + "ABCD" + SIGNATURE.substring(60);

        assertThat(
                        parse(TEXT + "\n" + ENOCH_ROOT_SIGNATURE + wrong)
                                .then(note -> note.verify(List.of(peter, enoch))))
                .isEqualTo(
                        Checked.refused(
                                "the signature of PeterNeumann+c74f20a3 is not of this text"));
        assertThat(parse(TEXT + "\n" + SIGNATURE + wrong).then(note -> note.verify(List.of(peter))))
                .isInstanceOf(Checked.Refused.class);
    }

    @Test
    void sameSignatureTwiceCountsOnce() {
        assertThat(
                        parse(TEXT + "\n" + SIGNATURE + SIGNATURE)
                                .then(note -> note.verify(List.of(peter, peter)))
                                .map(VerifiedNote::signedBy))
                .isEqualTo(Checked.valid(List.of(peter.id())));
    }

    @Test
    void textWithOneBitChangedIsRefused() {
        byte[] note = (TEXT + "\n" + SIGNATURE).getBytes(UTF_8);
        var random = Seed.random("textWithOneBitChangedIsRefused");
        for (int round = 0; round < 500; round++) {
            byte[] changed = note.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));

            assertThat(SignedNote.parse(changed).then(read -> read.verify(List.of(peter))))
                    .isInstanceOf(Checked.Refused.class);
        }
    }

    @Test
    void malformedNotesAreRefused() {
        expectRefused(TEXT, "no blank line");
        expectRefused(TEXT + "\n", "1 to 100 signatures, not 0");
        expectRefused(TEXT + "\n" + SIGNATURE.stripTrailing(), "does not end with a newline");
        expectRefused("\u0001" + TEXT + "\n" + SIGNATURE, "control character");
        expectRefused(TEXT.replace("\n", "\r\n") + "\n" + SIGNATURE, "control character");
        expectRefused(TEXT + "\n" + SIGNATURE.replace("\n", "\r\n"), "control character");
        expectRefused(TEXT + "\n" + SIGNATURE + "Unexpected line.\n", "begins with an em dash");
        expectRefused(TEXT + "\n" + SIGNATURE.replace("\u2014", "-"), "begins with an em dash");
        expectRefused(TEXT + "\n" + SIGNATURE.replace("rN", "r N"), "is not base64");
        expectRefused(TEXT + "\n" + SIGNATURE.replace("rN", "r+N"), "a signature reads");
        expectRefused(TEXT + "\n" + SIGNATURE.replace(" Pe", "  Pe"), "a signature reads");
        expectRefused(TEXT + "\n" + SIGNATURE.replace("=\n", "\n"), "canonical base64");
        expectRefused(TEXT + "\n" + SIGNATURE.replace("M=\n", "N=\n"), "canonical base64");
        expectRefused(TEXT + "\n\u2014 PeterNeumann\n", "a signature reads");
        expectRefused(TEXT + "\n\u2014 PeterNeumann x08gow==\n", "has no signature");
        expectRefused("", "no blank line");
        expectRefused("\n\n", "signatures, not 0");
    }

    @Test
    void noteThatIsNotUtf8IsRefused() {
        byte[] note = ("Z\u00fcrich\n\n" + SIGNATURE.substring(1)).getBytes(ISO_8859_1);

        assertThat(SignedNote.parse(note)).isEqualTo(Checked.refused("the note is not UTF-8"));
    }

    @Test
    void noteIsBoundedInSignaturesAndBytes() {
        assertThat(parse(TEXT + "\n" + SIGNATURE.repeat(100))).isInstanceOf(Checked.Valid.class);
        expectRefused(TEXT + "\n" + SIGNATURE.repeat(101), "1 to 100 signatures, not 101");

        String end = "\n\n" + SIGNATURE;
        int room = SignedNote.LARGEST_BYTES - end.getBytes(UTF_8).length;
        assertThat(parse("a".repeat(room) + end)).isInstanceOf(Checked.Valid.class);
        expectRefused("a".repeat(room + 1) + end, "at most 1000000 bytes, not 1000001");
    }

    @Test
    void whatCouldNotBeReadBackIsNotSigned() {
        SigningKey key = PeterNeumann.signingKey();
        for (String text : new String[] {"", "abc", "a\tb\n", "\ud800\n"}) {
            assertThatThrownBy(() -> SignedNote.sign(text, key))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> SignedNote.sign(TEXT))
                .hasMessage("a note has 1 to 100 signatures, not 0");
    }

    private static Checked<SignedNote> parse(String note) {
        return SignedNote.parse(note.getBytes(UTF_8));
    }

    private static void expectRefused(String note, String reason) {
        assertThat(parse(note))
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        refused -> assertThat(refused.reason().toString()).contains(reason));
    }
}
