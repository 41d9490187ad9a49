package io.tact.recommendation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.recommendation.history.Preferences.Liked;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    private static final Instant END = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void whatSomebodyLikesCountsToTheLastInstant() {
        var liked = new Liked("tent", People.key("ann"), END);

        assertThat(liked.counts(END.minusMillis(1))).isTrue();
        assertThat(liked.counts(END)).isFalse();
        assertThat(new Liked("tent", People.key("ann"), null).counts(END)).isTrue();
    }
}
