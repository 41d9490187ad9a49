package io.tact.consent.client.replica;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeartbeatDelayTest {
    private final HeartbeatDelay delay = new HeartbeatDelay();

    @Test
    void firstHeartbeatOfAClockProvesNothing() {
        assertThat(delay.momentOf("a", 1_000, 50_000)).isEmpty();
        assertThat(delay.momentOf("b", 1_000, 50_000)).isEmpty();
    }

    @Test
    void heartbeatAsFastAsTheFastestSpeaksOfNow() {
        delay.momentOf("a", 1_000, 50_000);

        assertThat(delay.momentOf("a", 1_200, 50_200)).hasValue(50_200);
    }

    @Test
    void heartbeatThatWasHeldUpSpeaksOfTheMomentItWasMadeAt() {
        delay.momentOf("a", 1_000, 50_000);

        assertThat(delay.momentOf("a", 1_200, 55_200).orElseThrow())
                .as("five seconds late, less what the clocks may have drifted")
                .isBetween(50_200L, 50_203L);
    }

    @Test
    void fasterOneThanTheFirstShowsThatTheFirstWasLate() {
        delay.momentOf("a", 1_000, 53_000);
        delay.momentOf("a", 1_200, 50_200);

        assertThat(delay.momentOf("a", 1_400, 51_400).orElseThrow()).isBetween(50_400L, 50_401L);
    }

    @Test
    void clocksThatDriftApartSlowlyAreNotTakenForADelay() {
        delay.momentOf("a", 0, 0);
        long worst = 0;
        for (int second = 1; second <= 3_600; second++) {
            long mark = second * 1_000L;
            long read = mark + mark / 10_000; // 100 millionths apart
            worst = Math.max(worst, read - delay.momentOf("a", mark, read).orElseThrow());
        }

        assertThat(worst).isLessThanOrEqualTo(1);
    }
}
