package io.tact.consent.answer;

import static io.tact.consent.client.Purpose.EXPERIENCE;
import static io.tact.consent.client.Purpose.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
    private static final Instant SAID = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant OVER = Instant.parse("2026-04-30T12:00:00Z");

    private final Retention retention =
            new Retention(Map.of("marketing", Period.ofMonths(3)), Period.ofYears(1));
    private final Validity validity = new Validity(retention, new Widened(Map.of()));

    @Test
    void yesCountsUntilItsTimeIsOverAndNoLonger() {
        Answers answers = answers(Answer.GRANTED);

        assertThat(validity.counting(answers, OVER.minusNanos(1))).isEqualTo(answers);
        assertThat(validity.counting(answers, OVER).to(MARKETING))
                .hasValue(new StandingAnswer(Answer.LAPSED, OVER));
        assertThat(validity.counting(answers, OVER).grant(EXPERIENCE)).isTrue();
        assertThat(retention.over(answers, OVER))
                .hasValue(new Lapsed(Map.of(MARKETING, SAID), Lapsed.Reason.RETENTION));
    }

    @Test
    void untilIsToldForAYesOnly() {
        assertThat(retention.until(MARKETING, new StandingAnswer(Answer.GRANTED, SAID)))
                .hasValue(OVER);
        assertThat(retention.until(MARKETING, new StandingAnswer(Answer.REFUSED, SAID))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "WITHDRAWN", "OBJECTED", "LAPSED"})
    void noIsNeverOver(Answer no) {
        var answers = new Answers(Map.of(MARKETING, new StandingAnswer(no, SAID)));

        assertThat(retention.over(answers, Instant.parse("2999-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void yesForNoTimeIsRefused() {
        assertThatThrownBy(() -> new Retention(Map.of(), Period.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Retention(
                                        Map.of("marketing", Period.ofDays(-1)), Period.ofYears(1)))
                .hasMessageContaining("marketing");
    }

    private static Answers answers(Answer toBoth) {
        return new Answers(
                Map.of(
                        MARKETING, new StandingAnswer(toBoth, SAID),
                        EXPERIENCE, new StandingAnswer(toBoth, SAID)));
    }
}
