package io.tact.recommendation.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Stops stops = new Stops();

    @Test
    void stopEndsAtItsInstant() {
        stops.put("ann", "product:tent-1", NOON);

        assertThat(stopped("tent-1", NOON.minusMillis(1))).isTrue();
        assertThat(stopped("tent-1", NOON)).isFalse();
        assertThat(stopped("tent-2", NOON.minusMillis(1))).isFalse();
    }

    @Test
    void oneOfSeveralNamesIsEnough() {
        stops.put("ann", "product:tent-1", Instant.MAX);

        assertThat(stops.stops(List.of("p1", "ann"), "tent-1", NOON)).isTrue();
        assertThat(stops.stops(List.of("p1"), "tent-1", NOON)).isFalse();
    }

    @Test
    void liftedStopIsGone() {
        stops.put("ann", "product:tent-1", Instant.MAX);

        stops.remove("ann", "product:tent-1");

        assertThat(stopped("tent-1", NOON)).isFalse();
    }

    private boolean stopped(String itemId, Instant now) {
        return stops.stops(List.of("ann"), itemId, now);
    }
}
