package io.tact.proof.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.proof.entry.Standing;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedStateTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.000001Z");
    private static final UUID PSEUDONYM = new UUID(1, 2);

    private final MasterKey master = new MasterKey(new byte[MasterKey.BYTES], new SecureRandom());
    private final Map<String, Standing> answers =
            Map.of(
                    "marketing",
                    new Standing("granted", AT),
                    "experience",
                    new Standing("refused", AT));
    private final SealedState state = new SealedState("key", PSEUDONYM, 3, AT, answers);

    /** Rows that were written stay readable: this form must never change. */
    @Test
    void sealIsOverThesePartsInThisForm() {
        assertThat(state.seal(master))
                .isEqualTo(
                        master.seal(
                                "key",
                                "00000000-0000-0001-0000-000000000002",
                                "3",
                                "2026-03-01T10:00:00.000001Z",
                                """
                                experience refused 2026-03-01T10:00:00.000001Z
                                marketing granted 2026-03-01T10:00:00.000001Z"""));
    }

    @Test
    void sealHoldsForNothingElse() {
        byte[] seal = state.seal(master);

        assertThat(state.holds(seal, master)).isTrue();
        for (SealedState other :
                new SealedState[] {
                    new SealedState("other", PSEUDONYM, 3, AT, answers),
                    new SealedState("key", new UUID(1, 3), 3, AT, answers),
                    new SealedState("key", PSEUDONYM, 4, AT, answers),
                    new SealedState("key", PSEUDONYM, 3, AT.plusNanos(1000), answers),
                    new SealedState("key", PSEUDONYM, 3, AT, Map.of())
                }) {
            assertThat(other.holds(seal, master)).isFalse();
        }
    }
}
