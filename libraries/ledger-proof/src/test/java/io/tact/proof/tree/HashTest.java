package io.tact.proof.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.proof.Checked;
import io.tact.proof.GoVectors;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashTest {
    /** From the tests of Certificate Transparency. */
    @Test
    void leavesNodesAndTheEmptyTreeAreHashedAsInCertificateTransparency() {
        assertThat(Hash.OF_EMPTY_TREE)
                .isEqualTo(
                        GoVectors.hash(
                                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        assertThat(Hash.ofLeaf(new byte[0]))
                .isEqualTo(
                        GoVectors.hash(
                                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"));
        assertThat(Hash.ofLeaf("L123456".getBytes(UTF_8)))
                .isEqualTo(
                        GoVectors.hash(
                                "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"));
    }

    @Test
    void nodeIsNotTheLeafOfItsChildren() {
        Hash left = Hash.ofLeaf(new byte[] {1});
        Hash right = Hash.ofLeaf(new byte[] {2});
        byte[] both = new byte[2 * Hash.BYTES];
        System.arraycopy(left.toBytes(), 0, both, 0, Hash.BYTES);
        System.arraycopy(right.toBytes(), 0, both, Hash.BYTES, Hash.BYTES);

        assertThat(Hash.ofNode(left, right))
                .isNotEqualTo(Hash.ofLeaf(both))
                .isNotEqualTo(Hash.ofNode(right, left));
    }

    @Test
    void hashOfAnotherSizeIsRefusedWithBothSizes() {
        assertThat(Hash.parse(new byte[31]))
                .isEqualTo(Checked.refused("a hash has 32 bytes, not 31"));
        assertThat(Hash.parse(new byte[33]))
                .isEqualTo(Checked.refused("a hash has 32 bytes, not 33"));
        assertThat(Hash.parse(new byte[0]))
                .isEqualTo(Checked.refused("a hash has 32 bytes, not 0"));
        assertThat(Hash.parse("AAAA")).isEqualTo(Checked.refused("a hash has 32 bytes, not 3"));
        assertThat(Hash.parseRow(new byte[65])).isInstanceOf(Checked.Refused.class);
    }

    @Test
    void hashReadsBackFromItsText() {
        Hash hash = Hash.ofLeaf(new byte[] {7});

        assertThat(Hash.parse(hash.toString())).isEqualTo(Checked.valid(hash));
        assertThat(Hash.parseRow(hash.toBytes())).isEqualTo(Checked.valid(List.of(hash)));
        assertThat(Hash.parseRow(new byte[0])).isEqualTo(Checked.valid(List.of()));
    }

    @Test
    void changingTheBytesOutsideChangesNoHash() {
        byte[] bytes = new byte[Hash.BYTES];
        Hash hash = Hash.parse(bytes).orElseThrow();

        bytes[0] = 1;
        hash.toBytes()[1] = 1;

        assertThat(hash).isEqualTo(Hash.parse(new byte[Hash.BYTES]).orElseThrow());
    }
}
