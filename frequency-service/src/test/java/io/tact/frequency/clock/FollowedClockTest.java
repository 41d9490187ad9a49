package io.tact.frequency.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowedClockTest {
    private static final long NOON = 1_767_268_800_000L;
    private static final long SECOND = 1_000_000_000L;

    private final FollowedClock clock = new FollowedClock();

    @Test
    void nothingIsKnownBeforeTheFirstObservation() {
        assertThat(clock.now(0)).isEmpty();
    }

    @Test
    void timePassesBetweenObservations() {
        clock.observe(NOON, 5 * SECOND);

        assertThat(clock.now(5 * SECOND)).hasValue(NOON);
        assertThat(clock.now(8 * SECOND)).hasValue(NOON + 3_000);
    }

    @Test
    void clockThatIsSteppedAnHourMovesUsByAMillisecondASecond() {
        clock.observe(NOON, 0);
        for (int second = 1; second <= 10; second++) {
            clock.observe(NOON + 3_600_000 + second * 1_000L, second * SECOND);
        }
        assertThat(clock.now(10 * SECOND)).hasValue(NOON + 10_000 + 10);

        for (int second = 11; second <= 40; second++) {
            clock.observe(NOON - 3_600_000 + second * 1_000L, second * SECOND);
        }
        assertThat(clock.now(40 * SECOND)).hasValue(NOON + 40_000 - 20);
    }

    @Test
    void timeNeverGoesBack() {
        clock.observe(NOON, 0);
        assertThat(clock.now(2 * SECOND)).hasValue(NOON + 2_000);

        clock.observe(NOON - 5_000, 2 * SECOND);

        assertThat(clock.now(2 * SECOND)).hasValue(NOON + 2_000);
    }

    @Test
    void manyObservationsWithinASecondAreOne() {
        clock.observe(NOON, 0);
        for (int observation = 0; observation < 100; observation++) {
            clock.observe(NOON + 5_000, SECOND / 2);
        }
        assertThat(clock.now(SECOND / 2)).hasValue(NOON + 500);
    }
}
