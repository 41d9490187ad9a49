package io.tact.proof.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.proof.Checked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Said SAID = new Said(Commitment.to(new byte[] {1}, new byte[32]));

    @Test
    void sayingIsOneCommitment() {
        assertThat(SAID.text())
                .isEqualTo("tact.said.v1\nPXr7ZjEk7L8slT+GPU/IeW7rLTcrZKrVhpfsUmRknNs=\n");
        assertThat(Leaf.parse(SAID.toBytes())).isEqualTo(Checked.valid(SAID));
    }

    @Test
    void erasingNamesEntriesAndNobody() {
        var all = new Erased(NOON, Optional.empty(), List.of(0L, 7L, 4_000_000_000L));
        var kept = new Erased(NOON, Optional.of(LocalDate.parse("2029-12-31")), List.of(3L));

        assertThat(all.text())
                .isEqualTo("tact.erased.v1\n2026-11-25T12:00:00Z\nfull\n0\n7\n4000000000\n");
        assertThat(kept.text())
                .isEqualTo("tact.erased.v1\n2026-11-25T12:00:00Z\nkeep-proof 2029-12-31\n3\n");
        assertThat(Leaf.parse(all.toBytes())).isEqualTo(Checked.valid(all));
        assertThat(Leaf.parse(kept.toBytes())).isEqualTo(Checked.valid(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "tact.said.v1",
                "tact.said.v1\n",
                "tact.said.v1\nPXr7ZjEk7L8slT+GPU/IeW7rLTcrZKrVhpfsUmRknNs=",
                "tact.said.v1\nPXr7ZjEk7L8slT+GPU/IeW7rLTcrZKrVhpfsUmRknNs=\n\n",
                "tact.said.v1\nPXr7ZjEk7L8slT+GPU/IeW7rLTcrZKrVhpfsUmRknNt=\n",
                "tact.said.v1\nPXr7ZjEk7L8slT+GPU/IeW7rLTcrZKrVhpfsUmRknA==\n",
                "tact.said.v2\nPXr7ZjEk7L8slT+GPU/IeW7rLTcrZKrVhpfsUmRknNs=\n",
                "tact.erased.v1\n2026-11-25T12:00:00Z\nfull\n",
                "tact.erased.v1\n2026-11-25T12:00:00.000Z\nfull\n1\n",
                "tact.erased.v1\n2026-11-25T12:00:00Z\nnone\n1\n",
                "tact.erased.v1\n2026-11-25T12:00:00Z\n2029-12-31\n1\n",
                "tact.erased.v1\n2026-11-25T12:00:00Z\nkeep-proof 2029-02-31\n1\n",
                "tact.erased.v1\n2026-11-25T12:00:00Z\nfull\n-1\n",
                "tact.erased.v1\n2026-11-25T12:00:00Z\nfull\n+1\n",
                "tact.erased.v1\n2026-11-25T12:00:00Z\nfull\n01\n",
                "tact.erased.v1\n2026-11-25T12:00:00Z\nfull\n2\n1\n",
                "tact.erased.v1\n2026-11-25T12:00:00Z\nfull\n1\n1\n",
                "tact.erased.v1\n2026-11-25T12:00:00Z\nfull\n9223372036854775808\n"
            })
    void whatIsNotWrittenAsALeafIsNone(String text) {
        assertThat(Leaf.parse(text.getBytes(UTF_8))).isInstanceOf(Checked.Refused.class);
    }

    @Test
    void bytesThatAreNoTextAreNoLeaf() {
        byte[] bytes = SAID.toBytes();
        bytes[20] = (byte) 0xff;

        assertThat(Leaf.parse(bytes)).isInstanceOf(Checked.Refused.class);
    }

    @Test
    void largestErasureFitsIntoAnEntryBundle() {
        List<Long> many =
                LongStream.range(Long.MAX_VALUE - Erased.MOST, Long.MAX_VALUE).boxed().toList();

        assertThat(new Erased(NOON, Optional.empty(), many).toBytes()).hasSizeLessThan(1 << 16);
        assertThatThrownBy(
                        () ->
                                new Erased(
                                        NOON,
                                        Optional.empty(),
                                        LongStream.rangeClosed(0, Erased.MOST).boxed().toList()))
                .hasMessageContaining("2001");
    }
}
