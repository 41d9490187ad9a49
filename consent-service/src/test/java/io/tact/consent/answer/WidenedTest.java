package io.tact.consent.answer;

import static io.tact.consent.client.Purpose.EXPERIENCE;
import static io.tact.consent.client.Purpose.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WidenedTest {
    private static final Instant IN_FORCE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant BEFORE = IN_FORCE.minusMillis(1);

    private final Validity validity =
            new Validity(
                    new Retention(Map.of(), Period.ofYears(1)),
                    new Widened(Map.of(MARKETING, IN_FORCE)));

    @Test
    void yesFromBeforeIsStaleFromTheMomentOnThatTheWiderNoticeIsInForce() {
        Answers answers = granted(BEFORE);

        assertThat(validity.counting(answers, BEFORE)).isEqualTo(answers);
        assertThat(validity.counting(answers, IN_FORCE).to(MARKETING))
                .hasValue(new StandingAnswer(Answer.LAPSED, IN_FORCE));
    }

    @Test
    void onlyWhatWasWidenedIsStale() {
        assertThat(validity.counting(granted(BEFORE), IN_FORCE).grant(EXPERIENCE)).isTrue();
    }

    @Test
    void yesToTheWiderNoticeCounts() {
        assertThat(validity.counting(granted(IN_FORCE), IN_FORCE).grant(MARKETING)).isTrue();
        assertThat(validity.over(granted(IN_FORCE), IN_FORCE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "WITHDRAWN", "OBJECTED", "LAPSED"})
    void noStaysWhatItIs(Answer no) {
        var answers = new Answers(Map.of(MARKETING, new StandingAnswer(no, BEFORE)));

        assertThat(validity.over(answers, IN_FORCE)).isEmpty();
    }

    @Test
    void whatIsOverForTwoReasonsLapsesOnce() {
        Instant inTwoYears = IN_FORCE.plusSeconds(63_072_000);

        assertThat(validity.counting(granted(BEFORE), inTwoYears).to(MARKETING))
                .hasValue(new StandingAnswer(Answer.LAPSED, inTwoYears));
    }

    private static Answers granted(Instant at) {
        var yes = new StandingAnswer(Answer.GRANTED, at);
        return new Answers(Map.of(MARKETING, yes, EXPERIENCE, yes));
    }
}
