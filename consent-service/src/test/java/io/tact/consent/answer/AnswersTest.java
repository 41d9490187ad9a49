package io.tact.consent.answer;

import static io.tact.consent.answer.Answer.GRANTED;
import static io.tact.consent.answer.Answer.REFUSED;
import static io.tact.consent.answer.Answer.WITHDRAWN;
import static io.tact.consent.client.Purpose.EXPERIENCE;
import static io.tact.consent.client.Purpose.MARKETING;
import static io.tact.consent.client.Purpose.MEASUREMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void firstNoIsARefusalAndNoAfterYesIsAWithdrawal() {
        Answers refused = Answers.NONE.after(no(MARKETING), NOON);
        Answers withdrawn =
                Answers.NONE.after(yes(MARKETING), NOON).after(no(MARKETING), NOON.plusSeconds(1));

        assertThat(refused.to(MARKETING)).hasValue(new StandingAnswer(REFUSED, NOON));
        assertThat(withdrawn.to(MARKETING))
                .hasValue(new StandingAnswer(WITHDRAWN, NOON.plusSeconds(1)));
    }

    @Test
    void repeatedNoStaysWhatItWas() {
        Answers refused = Answers.NONE.after(no(MARKETING), NOON);
        Answers withdrawn = refused.after(yes(MARKETING), NOON.plusSeconds(1));

        assertThat(answer(refused.after(no(MARKETING), NOON.plusSeconds(2)))).isEqualTo(REFUSED);
        assertThat(
                        answer(
                                withdrawn
                                        .after(no(MARKETING), NOON.plusSeconds(2))
                                        .after(no(MARKETING), NOON.plusSeconds(3))))
                .isEqualTo(WITHDRAWN);
    }

    @Test
    void whatWasNotSaidStays() {
        Answers both = Answers.NONE.after(yes(EXPERIENCE), NOON).after(no(MARKETING), NOON);

        assertThat(both.grant(EXPERIENCE)).isTrue();
        assertThat(both.to(MEASUREMENT)).isEmpty();
    }

    @Test
    void lateGrantDoesNotReviveALaterWithdrawal() {
        Answers withdrawn =
                Answers.NONE.after(yes(MARKETING), NOON).after(no(MARKETING), NOON.plusSeconds(60));

        Answers after = withdrawn.after(yes(MARKETING, NOON.plusSeconds(30)), NOON.plusSeconds(90));

        assertThat(after).isEqualTo(withdrawn);
    }

    @Test
    void grantOfAFastClockCountsFromWhenItWasRecorded() {
        Answers granted = Answers.NONE.after(yes(MARKETING, NOON.plusSeconds(200)), NOON);

        assertThat(granted.to(MARKETING)).hasValue(new StandingAnswer(GRANTED, NOON));
        assertThat(answer(granted.after(no(MARKETING), NOON.plusSeconds(1)))).isEqualTo(WITHDRAWN);
    }

    @Test
    void withdrawalOfASlowClockCountsFromWhenItWasRecorded() {
        Answers granted = Answers.NONE.after(yes(MARKETING), NOON);

        Answers after = granted.after(no(MARKETING, NOON.minusSeconds(600)), NOON.plusSeconds(1));

        assertThat(answer(after)).isEqualTo(WITHDRAWN);
    }

    @Test
    void tiesRefuse() {
        Answers refused = Answers.NONE.after(no(MARKETING), NOON);
        Answers granted = Answers.NONE.after(yes(MARKETING), NOON);

        assertThat(answer(refused.after(yes(MARKETING), NOON))).isEqualTo(REFUSED);
        assertThat(answer(refused.after(yes(MARKETING, NOON), NOON.plusSeconds(5))))
                .isEqualTo(REFUSED);
        assertThat(answer(refused.after(yes(MARKETING), NOON.plusNanos(1_000)))).isEqualTo(GRANTED);
        assertThat(answer(granted.after(no(MARKETING), NOON))).isEqualTo(WITHDRAWN);
    }

    @Test
    void privacySignalTakesMarketingBackAndNothingElse() {
        Answers granted = Answers.NONE.after(yes(MARKETING), NOON).after(yes(EXPERIENCE), NOON);

        Answers after = granted.after(Statement.signalOnly(), NOON.plusSeconds(1));

        assertThat(answer(after)).isEqualTo(WITHDRAWN);
        assertThat(after.grant(EXPERIENCE)).isTrue();
    }

    @Test
    void privacySignalTurnsAYesToMarketingIntoANo() {
        var said =
                new Statement(
                        Map.of(MARKETING, true, EXPERIENCE, true),
                        true,
                        Optional.empty(),
                        Optional.empty());

        Answers after = Answers.NONE.after(said, NOON);

        assertThat(answer(after)).isEqualTo(REFUSED);
        assertThat(after.grant(EXPERIENCE)).isTrue();
    }

    @Test
    void privacySignalAnswersNothingThatNobodyAsked() {
        assertThat(Answers.NONE.after(Statement.signalOnly(), NOON)).isEqualTo(Answers.NONE);
    }

    @Test
    void grantedTogetherIsOnlyWhatAllGrant() {
        Answers account = Answers.NONE.after(yes(MARKETING), NOON).after(yes(EXPERIENCE), NOON);
        Answers visitor =
                Answers.NONE.after(yes(EXPERIENCE), NOON.plusSeconds(1)).after(no(MARKETING), NOON);

        Answers together = Answers.together(List.of(account, visitor));

        assertThat(together.to(EXPERIENCE))
                .hasValue(new StandingAnswer(GRANTED, NOON.plusSeconds(1)));
        assertThat(together.to(MARKETING)).hasValue(new StandingAnswer(REFUSED, NOON));
    }

    @Test
    void grantOfOneAndSilenceOfTheOtherIsUnanswered() {
        Answers account = Answers.NONE.after(yes(MARKETING), NOON);

        assertThat(Answers.together(List.of(account, Answers.NONE)).to(MARKETING)).isEmpty();
        assertThat(Answers.together(List.of(account)).grant(MARKETING)).isTrue();
    }

    @Test
    void refusalOfOneAndSilenceOfTheOtherIsARefusal() {
        Answers account = Answers.NONE.after(no(MARKETING), NOON);

        assertThat(answer(Answers.together(List.of(Answers.NONE, account)))).isEqualTo(REFUSED);
    }

    private static Answer answer(Answers answers) {
        return answers.to(MARKETING).orElseThrow().answer();
    }

    static Statement yes(Purpose purpose) {
        return said(purpose, true, Optional.empty());
    }

    static Statement yes(Purpose purpose, Instant givenAt) {
        return said(purpose, true, Optional.of(givenAt));
    }

    static Statement no(Purpose purpose) {
        return said(purpose, false, Optional.empty());
    }

    static Statement no(Purpose purpose, Instant givenAt) {
        return said(purpose, false, Optional.of(givenAt));
    }

    private static Statement said(Purpose purpose, boolean yes, Optional<Instant> givenAt) {
        return new Statement(Map.of(purpose, yes), false, givenAt, Optional.empty());
    }
}
