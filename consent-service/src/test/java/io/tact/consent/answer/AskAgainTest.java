package io.tact.consent.answer;

import static io.tact.consent.client.Purpose.EXPERIENCE;
import static io.tact.consent.client.Purpose.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskAgainTest {
    private static final Instant SAID = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant AGAIN = Instant.parse("2026-07-31T12:00:00Z");

    private final AskAgain askAgain = new AskAgain(Period.ofMonths(6));

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "WITHDRAWN"})
    void whoSaidNoIsAskedAgainAfterSixMonthsAndNoDayEarlier(Answer no) {
        Answers standing = standing(MARKETING, no);

        assertThat(askAgain.mayAsk(standing, MARKETING, SAID)).isFalse();
        assertThat(askAgain.mayAsk(standing, MARKETING, AGAIN.minusNanos(1))).isFalse();
        assertThat(askAgain.mayAsk(standing, MARKETING, AGAIN)).isTrue();
        assertThat(askAgain.from(new StandingAnswer(no, SAID))).hasValue(AGAIN);
    }

    @ParameterizedTest
    @EnumSource(names = {"GRANTED", "OBJECTED"})
    void whoAllowsItOrObjectedIsNeverAskedAgain(Answer answer) {
        Answers standing = standing(MARKETING, answer);

        assertThat(askAgain.mayAsk(standing, MARKETING, Instant.MAX)).isFalse();
        assertThat(askAgain.from(new StandingAnswer(answer, SAID))).isEmpty();
    }

    @Test
    void whoNeverAnsweredAndWhoseYesLapsedMayBeAskedNow() {
        assertThat(askAgain.mayAsk(Answers.NONE, EXPERIENCE, SAID)).isTrue();
        assertThat(askAgain.mayAsk(standing(EXPERIENCE, Answer.LAPSED), EXPERIENCE, SAID)).isTrue();
    }

    @Test
    void nobodyIsAskedBeforeTheyAnswered() {
        assertThatThrownBy(() -> new AskAgain(Period.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Answers standing(Purpose purpose, Answer answer) {
        return new Answers(Map.of(purpose, new StandingAnswer(answer, SAID)));
    }
}
