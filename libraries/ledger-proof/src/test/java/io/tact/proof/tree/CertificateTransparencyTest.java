package io.tact.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.proof.GoVectors;
import io.tact.proof.Verdict;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The eight leaves that every implementation of RFC 6962 has been tried on since the first. */
class CertificateTransparencyTest {
    private static final String NODE_0_TO_1 =
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
    private static final String NODE_2_TO_3 =
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String NODE_4_TO_5 =
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private static final String NODE_6_TO_7 =
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final String NODE_0_TO_3 =
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
    private static final String NODE_4_TO_7 =
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String LEAF_0 =
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    private static final String LEAF_1 =
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String LEAF_4 =
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String LEAF_6 =
            "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f";

    private static final List<Hash> ROOTS =
            Stream.of(
                            LEAF_0,
                            NODE_0_TO_1,
                            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                            NODE_0_TO_3,
                            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
                    .map(GoVectors::hash)
                    .toList();

    private final TreeInMemory tree =
            new TreeInMemory(
                    Stream.of(
                                    "",
                                    "00",
                                    "10",
                                    "2021",
                                    "3031",
                                    "40414243",
                                    "5051525354555657",
                                    "606162636465666768696a6b6c6d6e6f")
                            .map(entry -> Hash.ofLeaf(HexFormat.of().parseHex(entry)))
                            .toList());

    @Test
    void rootsAreTheKnownOnes() {
        for (int size = 1; size <= 8; size++) {
            assertThat(tree.head(size)).isEqualTo(head(size));
        }
    }

    @Test
    void inclusionProofsAreTheKnownOnes() {
        expectInclusion(0, 1);
        expectInclusion(0, 8, LEAF_1, NODE_2_TO_3, NODE_4_TO_7);
        expectInclusion(5, 8, LEAF_4, NODE_6_TO_7, NODE_0_TO_3);
        expectInclusion(2, 3, NODE_0_TO_1);
        expectInclusion(1, 5, LEAF_0, NODE_2_TO_3, LEAF_4);
    }

    @Test
    void consistencyProofsAreTheKnownOnes() {
        expectConsistency(1, 1);
        expectConsistency(1, 8, LEAF_1, NODE_2_TO_3, NODE_4_TO_7);
        expectConsistency(6, 8, NODE_4_TO_5, NODE_6_TO_7, NODE_0_TO_3);
        expectConsistency(2, 5, NODE_2_TO_3, LEAF_4);
        expectConsistency(6, 7, NODE_4_TO_5, LEAF_6, NODE_0_TO_3);
    }

    private void expectInclusion(long index, long size, String... path) {
        var proof = InclusionProof.of(index, size, tree);

        assertThat(proof).isEqualTo(new InclusionProof(index, hashes(path)));
        assertThat(proof.verify(tree.leaf(index), head(size))).isEqualTo(Verdict.HOLDS);
    }

    private void expectConsistency(long older, long newer, String... path) {
        var proof = ConsistencyProof.of(older, newer, tree);

        assertThat(proof).isEqualTo(new ConsistencyProof(hashes(path)));
        assertThat(proof.verify(head(older), head(newer))).isEqualTo(Verdict.HOLDS);
    }

    private static TreeHead head(long size) {
        return new TreeHead(size, ROOTS.get((int) size - 1));
    }

    private static List<Hash> hashes(String... hexadecimal) {
        return Stream.of(hexadecimal).map(GoVectors::hash).toList();
    }
}
