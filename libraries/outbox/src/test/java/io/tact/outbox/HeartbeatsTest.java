package io.tact.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.outbox.OutboxReads.Horizon;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
    private static final long MILLI = 1_000_000;

    private final Heartbeats heartbeats = new Heartbeats(Duration.ofMillis(200), 0);

    @Test
    void quietDatabaseBeatsAtOnceAndThenEveryTwoHundredMilliseconds() {
        assertThat(heartbeats.due(horizon(10, 10), 0, true)).hasValue(0);
        assertThat(heartbeats.due(horizon(10, 10), 199 * MILLI, true)).isEmpty();
        assertThat(heartbeats.due(horizon(10, 10), 200 * MILLI, true)).hasValue(200 * MILLI);
    }

    @Test
    void busyDatabaseBeatsWhenAllThatWasCommittedAtTheMarkIsPublishedAndSpeaksOfTheMark() {
        assertThat(heartbeats.due(horizon(10, 13), 0, true)).isEmpty();
        assertThat(heartbeats.due(horizon(12, 20), 30 * MILLI, true)).isEmpty();
        assertThat(heartbeats.due(horizon(13, 30), 60 * MILLI, true)).hasValue(0);
    }

    @Test
    void backlogThatIsNotPublishedHoldsTheHeartbeatBack() {
        assertThat(heartbeats.due(horizon(10, 10), 0, false)).isEmpty();
        assertThat(heartbeats.due(horizon(11, 11), 50 * MILLI, false)).isEmpty();
        assertThat(heartbeats.due(horizon(11, 11), 90 * MILLI, true)).hasValue(0);
    }

    @Test
    void transactionIdsAreComparedUnsigned() {
        assertThat(horizon(-1, -1).covers(horizon(5, 6))).isTrue();
        assertThat(horizon(5, 6).covers(horizon(-1, -1))).isFalse();
    }

    private static Horizon horizon(long settled, long next) {
        return new Horizon(Long.toUnsignedString(settled), Long.toUnsignedString(next));
    }
}
