package io.tact.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.proof.Checked;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.TreeHead;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static final String ORIGIN = "example.com/behind-the-sofa";
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    /** The example of the specification. */
    private static final String TEXT = ORIGIN + "\n20852163\n" + ROOT + "\n";

    private final SigningKey key = PeterNeumann.signingKey();
    private final List<VerifierKey> trusted = List.of(key.verifierKey());

    @Test
    void exampleOfTheSpecificationIsReadAndWrittenAsItIs() {
        var checkpoint =
                Checkpoint.of(ORIGIN, new TreeHead(20_852_163, Hash.parse(ROOT).orElseThrow()));

        assertThat(Checkpoint.parse(TEXT)).isEqualTo(Checked.valid(checkpoint));
        assertThat(checkpoint.text()).isEqualTo(TEXT);
    }

    @Test
    void signedCheckpointOpensForWhoTrustsTheKey() {
        var checkpoint =
                new Checkpoint(ORIGIN, TreeHead.EMPTY, List.of("an extension", "and another"));
        byte[] note = checkpoint.sign(key).toBytes();

        assertThat(Checkpoint.open(note, ORIGIN, trusted)).isEqualTo(Checked.valid(checkpoint));
        assertThat(Checkpoint.open(note, ORIGIN, List.of())).isInstanceOf(Checked.Refused.class);
    }

    @Test
    void checkpointOfAnotherLedgerWithTheSameKeyIsRefused() {
        byte[] note = Checkpoint.of("example.com/other", TreeHead.EMPTY).sign(key).toBytes();

        assertThat(Checkpoint.open(note, ORIGIN, trusted))
                .isEqualTo(
                        Checked.refused(
                                "the checkpoint is of 'example.com/other', not of"
                                        + " 'example.com/behind-the-sofa'"));
    }

    @Test
    void malformedCheckpointsAreRefusedEvenWhenTheyAreSigned() {
        expectRefused("", "at least three lines");
        expectRefused(ORIGIN + "\n1\n", "at least three lines");
        expectRefused(ORIGIN + "\n1\n" + ROOT, "at least three lines");
        expectRefused("\n1\n" + ROOT + "\n", "empty line");
        expectRefused(TEXT + "\n", "empty line");
        expectRefused(TEXT + "extension\n\nextension\n", "empty line");
        expectRefused(ORIGIN + "\n01\n" + ROOT + "\n", "'01' is no size");
        expectRefused(ORIGIN + "\n00\n" + ROOT + "\n", "'00' is no size");
        expectRefused(ORIGIN + "\n+1\n" + ROOT + "\n", "'+1' is no size");
        expectRefused(ORIGIN + "\n-1\n" + ROOT + "\n", "'-1' is no size");
        expectRefused(ORIGIN + "\n1 \n" + ROOT + "\n", "'1 ' is no size");
        expectRefused(ORIGIN + "\n\u0661\n" + ROOT + "\n", "is no size");
        expectRefused(ORIGIN + "\n9223372036854775808\n" + ROOT + "\n", "above 2^63 - 1");
        expectRefused(ORIGIN + "\n0\n" + ROOT + "\n", "root of an empty tree is");
        expectRefused(ORIGIN + "\n1\nAAAA\n", "a hash has 32 bytes, not 3");
        expectRefused(ORIGIN + "\n1\n" + ROOT.replace("I=", "J=") + "\n", "canonical base64");
    }

    @Test
    void sizeCanBeAsLargeAsALongCounts() {
        String text = ORIGIN + "\n9223372036854775807\n" + ROOT + "\n";

        assertThat(Checkpoint.parse(text).map(checkpoint -> checkpoint.head().size()))
                .isEqualTo(Checked.valid(Long.MAX_VALUE));
    }

    @Test
    void whatCouldNotBeReadBackIsNoCheckpoint() {
        assertThatThrownBy(() -> Checkpoint.of("", TreeHead.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Checkpoint.of("a\nb", TreeHead.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint(ORIGIN, TreeHead.EMPTY, List.of("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void expectRefused(String text, String reason) {
        Checked<Checkpoint> opened =
                text.endsWith("\n")
                        ? Checkpoint.open(
                                SignedNote.sign(text, key).toString().getBytes(UTF_8),
                                ORIGIN,
                                trusted)
                        : Checkpoint.parse(text);
        assertThat(opened)
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        refused -> assertThat(refused.reason().toString()).contains(reason));
    }
}
