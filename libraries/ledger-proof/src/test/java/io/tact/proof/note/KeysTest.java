package io.tact.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.proof.Checked;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void knownKeysAreReadAndWrittenAsTheyAre() {
        assertThat(PeterNeumann.verifierKey()).hasToString(PeterNeumann.VERIFIER_KEY);
        assertThat(PeterNeumann.verifierKey().id())
                .isEqualTo(new KeyId("PeterNeumann", 0xc74f20a3))
                .hasToString("PeterNeumann+c74f20a3");
        assertThat(PeterNeumann.signingKey().secret()).isEqualTo(PeterNeumann.SIGNING_KEY);
        assertThat(PeterNeumann.signingKey().verifierKey()).isEqualTo(PeterNeumann.verifierKey());
    }

    @Test
    void noPartOfAKeyIsAKey() {
        expectNoPartIsRead(PeterNeumann.VERIFIER_KEY, VerifierKey::parse);
        expectNoPartIsRead(PeterNeumann.SIGNING_KEY, SigningKey::parse);
    }

    @Test
    void keyWithOneCharacterChangedIsNoKey() {
        expectNoNeighbourIsRead(PeterNeumann.VERIFIER_KEY, VerifierKey::parse);
        expectNoNeighbourIsRead(PeterNeumann.SIGNING_KEY, SigningKey::parse);
    }

    /** Both are from the tests of Go's note package; their hashes are right. */
    @Test
    void keyOfAnotherLengthOrKindIsRefused() {
        String longer =
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEQ==";
        String other = "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

        assertThat(VerifierKey.parse(longer)).isInstanceOf(Checked.Refused.class);
        assertThat(VerifierKey.parse(other))
                .isEqualTo(
                        Checked.refused(
                                "the key PeterNeumann+173116ae is no Ed25519 key, which is the byte 1"
                                        + " and 32 more"));
    }

    @Test
    void keyUnderAnotherNameIsRefusedWithBothHashes() {
        assertThat(VerifierKey.parse(PeterNeumann.VERIFIER_KEY.replace("Peter", "Paul")))
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        refused ->
                                assertThat(refused.reason().toString())
                                        .startsWith(
                                                "the key called PaulNeumann+c74f20a3 is PaulNeumann+"));
    }

    @Test
    void generatedKeySignsForItsVerifierAndForNoOther() {
        var key = SigningKey.generate("ledger.example/consent", new SecureRandom());
        var note = SignedNote.sign("hi\n", key);

        assertThat(note.verify(java.util.List.of(key.verifierKey())))
                .isInstanceOf(Checked.Valid.class);
        assertThat(note.verify(java.util.List.of(PeterNeumann.verifierKey())))
                .isInstanceOf(Checked.Refused.class);
        assertThat(SigningKey.parse(key.secret()).map(SigningKey::verifierKey))
                .isEqualTo(Checked.valid(key.verifierKey()));
        assertThat(VerifierKey.parse(key.verifierKey().toString()))
                .isEqualTo(Checked.valid(key.verifierKey()));
    }

    @Test
    void signingKeyNeverShowsItselfUnasked() {
        String seed = PeterNeumann.SIGNING_KEY.substring(PeterNeumann.SIGNING_KEY.length() - 44);

        assertThat(PeterNeumann.signingKey().toString()).doesNotContain(seed);
        for (String misspelt :
                new String[] {
                    "PRIVATE+KEY+Peter Neumann+c74f20a3+" + seed,
                    "PRIVATE+KEY+PeterNeumann+c74f20a4+" + seed,
                    "PRIVATE+KEY+" + seed,
                    PeterNeumann.SIGNING_KEY + "=",
                }) {
            assertThat(SigningKey.parse(misspelt))
                    .isInstanceOfSatisfying(
                            Checked.Refused.class,
                            refused ->
                                    assertThat(refused.reason().toString()).doesNotContain(seed));
        }
    }

    @Test
    void namesHaveNoSpacesNoPlusAndNoControls() {
        for (String name :
                new String[] {
                    "",
                    "a b",
                    "a+b",
                    "a\u00a0b",
                    "a\u2003b",
                    "a\u0085b",
                    "a\nb",
                    "a\u0001b",
                    "\ud800"
                }) {
            assertThatThrownBy(() -> new KeyId(name, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new KeyId("ledger.example/Zürich", 1))
                .hasToString("ledger.example/Zürich+00000001");
    }

    private interface Parser {
        Checked<?> parse(String text);
    }

    private static void expectNoPartIsRead(String key, Parser parser) {
        for (int from = 0; from <= key.length(); from++) {
            for (int to = from; to <= key.length(); to++) {
                if (to - from < key.length()) {
                    assertThat(parser.parse(key.substring(from, to)))
                            .isInstanceOf(Checked.Refused.class);
                }
            }
        }
    }

    private static void expectNoNeighbourIsRead(String key, Parser parser) {
        for (int at = 0; at < key.length(); at++) {
            var other = new StringBuilder(key);
            other.setCharAt(at, (char) (key.charAt(at) + 1));
            assertThat(parser.parse(other.toString())).isInstanceOf(Checked.Refused.class);
        }
    }
}
