package io.tact.profile.event;

import static io.tact.profile.source.SourceKind.BROWSER;
import static io.tact.profile.source.SourceKind.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EventTimesTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration EXACTLY = Duration.ofMinutes(5);
    private static final Duration BEYOND = EXACTLY.plusMillis(1);

    @Test
    void withoutAStatementItHappenedWhenItCame() {
        var times = EventTimes.of(BROWSER, null, null, NOW.minusSeconds(9_000), NOW);

        assertThat(times.at()).isEqualTo(NOW);
        assertThat(times.isStated()).isFalse();
    }

    @Test
    void clockThatIsAheadIsCorrectedBeyondFiveMinutesOnly() {
        Instant within = NOW.plus(EXACTLY);
        Instant beyond = NOW.plus(BEYOND);

        assertThat(EventTimes.of(SERVER, within, null, within, NOW).at()).isEqualTo(within);
        assertThat(EventTimes.of(SERVER, beyond, null, beyond, NOW).at()).isEqualTo(NOW);
        assertThat(EventTimes.of(BROWSER, beyond, null, beyond, NOW).at()).isEqualTo(NOW);
    }

    @Test
    void clockOfABrowserThatIsBehindIsCorrectedBeyondFiveMinutesOnly() {
        Instant within = NOW.minus(EXACTLY);
        Instant beyond = NOW.minus(BEYOND);

        assertThat(EventTimes.of(BROWSER, within, null, within, NOW).at()).isEqualTo(within);
        assertThat(EventTimes.of(BROWSER, beyond, null, beyond, NOW).at()).isEqualTo(NOW);
        assertThat(EventTimes.of(BROWSER, beyond.minusSeconds(7), null, beyond, NOW).at())
                .as("seven seconds before it was sent")
                .isEqualTo(NOW.minusSeconds(7));
    }

    @Test
    void retryOfAServerThatKeepsItsSentAtDoesNotMoveTheEvent() {
        Instant happened = NOW.minusSeconds(3_600);

        assertThat(EventTimes.of(SERVER, happened, null, happened.plusSeconds(1), NOW).at())
                .isEqualTo(happened);
    }

    @Test
    void originalTimestampIsBelievedWhereThereIsNoOther() {
        Instant original = NOW.minusSeconds(60);
        Instant stated = NOW.minusSeconds(30);

        assertThat(EventTimes.of(SERVER, null, original, null, NOW).at()).isEqualTo(original);
        assertThat(EventTimes.of(SERVER, stated, original, null, NOW).at()).isEqualTo(stated);
    }

    @Test
    void dayIsTheStatedOneSoThatItIsTheSameForEveryAttempt() {
        Instant midnight = Instant.parse("2026-01-31T00:00:00Z");
        Instant before = midnight.minusMillis(1);

        var first = EventTimes.of(BROWSER, before, null, before, midnight);
        var retry = EventTimes.of(BROWSER, before, null, midnight.plusSeconds(900), midnight);

        assertThat(first.day()).isEqualTo(LocalDate.of(2026, 1, 30)).isEqualTo(retry.day());
    }

    @Test
    void nothingHappensInMoreThanADay() {
        Instant tomorrow = NOW.plus(Duration.ofHours(24));

        assertThat(EventTimes.of(SERVER, tomorrow, null, null, NOW).isInFuture()).isFalse();
        assertThat(EventTimes.of(SERVER, tomorrow.plusMillis(1), null, null, NOW).isInFuture())
                .isTrue();
    }
}
