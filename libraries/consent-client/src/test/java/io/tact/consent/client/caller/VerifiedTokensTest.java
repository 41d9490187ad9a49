package io.tact.consent.client.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private Instant now = NOON;
    private final VerifiedTokens<String> tokens = new VerifiedTokens<>(60, () -> now);

    @Test
    void tokenIsBelievedForAMinuteAndNotLonger() {
        tokens.remember("t", "ann", NOON.plusSeconds(3_600));

        now = NOON.plusSeconds(60).minusMillis(1);
        assertThat(tokens.find("t")).contains("ann");
        now = NOON.plusSeconds(60);
        assertThat(tokens.find("t")).isEmpty();
    }

    @Test
    void tokenIsNeverBelievedBeyondItsExpiry() {
        tokens.remember("t", "ann", NOON.plusSeconds(5));

        now = NOON.plusSeconds(5);
        assertThat(tokens.find("t")).isEmpty();
    }

    @Test
    void tokenThatDiffersAnywhereIsAnotherOne() {
        tokens.remember("aaaa.bbbb.cccc", "ann", NOON.plusSeconds(60));

        assertThat(tokens.find("aaaa.bbbb.cccd")).isEmpty();
        assertThat(tokens.find("aaaa.bbbb.ccc")).isEmpty();
    }

    @Test
    void changeOfKeysForgetsEverything() {
        tokens.remember("t", "ann", NOON.plusSeconds(60));

        tokens.clear();

        assertThat(tokens.find("t")).isEmpty();
    }
}
