package io.tact.consent.answer;

import static io.tact.consent.answer.Answer.GRANTED;
import static io.tact.consent.answer.Answer.LAPSED;
import static io.tact.consent.answer.Answer.OBJECTED;
import static io.tact.consent.answer.Answer.REFUSED;
import static io.tact.consent.answer.Answer.WITHDRAWN;
import static io.tact.consent.client.Purpose.EXPERIENCE;
import static io.tact.consent.client.Purpose.MARKETING;
import static io.tact.consent.client.Purpose.MEASUREMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final UUID SOMEBODY = UUID.randomUUID();

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

    @Test
    void objectionOutlastsEveryYesUntilItIsTakenBack() {
        Answers objected = Answers.NONE.after(objection(true), NOON);
        Answers asked = objected.after(yes(MARKETING), NOON.plusSeconds(1));
        Answers refused = asked.after(no(MARKETING), NOON.plusSeconds(2));
        Answers takenBack = refused.after(objection(false), NOON.plusSeconds(3));

        assertThat(answer(objected)).isEqualTo(OBJECTED);
        assertThat(asked).isEqualTo(objected);
        assertThat(refused).isEqualTo(objected);
        assertThat(answer(takenBack)).isEqualTo(REFUSED);
        assertThat(answer(takenBack.after(yes(MARKETING), NOON.plusSeconds(4)))).isEqualTo(GRANTED);
    }

    @Test
    void objectionCountsAlsoNextToAYes() {
        Answers answers =
                Answers.NONE.after(
                        new Statement(
                                Map.of(MARKETING, true),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(true)),
                        NOON);

        assertThat(answer(answers)).isEqualTo(OBJECTED);
    }

    @Test
    void objectionOfOneIdentityIsWhatStandsForAllOfThem() {
        Answers objected = Answers.NONE.after(objection(true), NOON);
        Answers refused = Answers.NONE.after(no(MARKETING), NOON.plusSeconds(60));

        assertThat(answer(Answers.together(List.of(objected, refused)))).isEqualTo(OBJECTED);
    }

    @Test
    void noOfALinkedIdentityEndsAYesAndAnswersForSilence() {
        Answers granted = Answers.NONE.after(yes(MARKETING), NOON.minusSeconds(1));

        assertThat(answer(granted.after(extended(WITHDRAWN), NOON.plusSeconds(1))))
                .isEqualTo(WITHDRAWN);
        assertThat(answer(Answers.NONE.after(extended(WITHDRAWN), NOON))).isEqualTo(REFUSED);
    }

    @Test
    void noOfALinkedIdentityLeavesAnOwnNoAsItIs() {
        Answers refused = Answers.NONE.after(no(MARKETING), NOON.minusSeconds(1));

        assertThat(refused.after(extended(REFUSED), NOON.plusSeconds(60))).isEqualTo(refused);
    }

    @Test
    void whatWasSaidHereLaterThanANoElsewhereStays() {
        Answers granted = Answers.NONE.after(yes(MARKETING), NOON.plusSeconds(1));

        assertThat(granted.after(extended(OBJECTED), NOON.plusSeconds(2))).isEqualTo(granted);
    }

    @Test
    void objectionOfALinkedIdentityIsAnObjection() {
        Instant before = NOON.minusSeconds(1);

        assertThat(answer(Answers.NONE.after(extended(OBJECTED), NOON))).isEqualTo(OBJECTED);
        assertThat(
                        answer(
                                Answers.NONE
                                        .after(yes(MARKETING), before)
                                        .after(extended(OBJECTED), NOON)))
                .isEqualTo(OBJECTED);
        assertThat(
                        answer(
                                Answers.NONE
                                        .after(no(MARKETING), before)
                                        .after(extended(OBJECTED), NOON)))
                .isEqualTo(OBJECTED);
    }

    @Test
    void yesIsNeverExtended() {
        assertThatThrownBy(() -> extended(GRANTED)).isInstanceOf(IllegalArgumentException.class);
    }

    /** At noon. */
    private static Extended extended(Answer answer) {
        return new Extended(Map.of(MARKETING, new StandingAnswer(answer, NOON)), SOMEBODY, 7);
    }

    @Test
    void lapsedYesCountsNoMoreAndMayBeAskedForAgain() {
        Answers lapsed =
                Answers.NONE
                        .after(yes(MARKETING), NOON)
                        .after(lapse(MARKETING), NOON.plusSeconds(60));

        assertThat(answer(lapsed)).isEqualTo(LAPSED);
        assertThat(lapsed.isUnanswered(MARKETING)).isTrue();
        assertThat(answer(lapsed.after(yes(MARKETING), NOON.plusSeconds(61)))).isEqualTo(GRANTED);
    }

    @Test
    void lateYesFromBeforeItLapsedStaysLapsed() {
        Answers lapsed =
                Answers.NONE
                        .after(yes(MARKETING), NOON)
                        .after(lapse(MARKETING), NOON.plusSeconds(60));

        Answers after = lapsed.after(yes(MARKETING, NOON.plusSeconds(30)), NOON.plusSeconds(90));

        assertThat(after).isEqualTo(lapsed);
    }

    @Test
    void yesThatWasGivenAnewMeanwhileStays() {
        Answers anew = Answers.NONE.after(yes(MARKETING), NOON.plusNanos(1));

        assertThat(anew.after(lapse(MARKETING), NOON.plusSeconds(60))).isEqualTo(anew);
    }

    @Test
    void onlyAYesLapses() {
        Answers refused = Answers.NONE.after(no(MARKETING), NOON);

        assertThat(refused.after(lapse(MARKETING), NOON.plusSeconds(1))).isEqualTo(refused);
        assertThat(Answers.NONE.after(lapse(MARKETING), NOON)).isEqualTo(Answers.NONE);
    }

    @Test
    void lapsedYesOfOneIdentityIsNoYesOfAllOfThem() {
        Answers granted = Answers.NONE.after(yes(MARKETING), NOON);
        Answers lapsed = granted.after(lapse(MARKETING), NOON.plusSeconds(1));

        Answers together = Answers.together(List.of(granted, lapsed));
        assertThat(answer(together)).isEqualTo(LAPSED);
        assertThat(together.isUnanswered(MARKETING)).isTrue();
        assertThat(Answers.together(List.of(lapsed, Answers.NONE)).to(MARKETING)).isEmpty();
    }

    private static Statement objection(boolean made) {
        return new Statement(
                Map.of(), false, Optional.empty(), Optional.empty(), Optional.of(made));
    }

    /** Of whoever said yes by noon. */
    private static Lapsed lapse(Purpose purpose) {
        return new Lapsed(Map.of(purpose, NOON), Lapsed.Reason.RETENTION);
    }

    private static Statement said(Purpose purpose, boolean yes, Optional<Instant> givenAt) {
        return new Statement(Map.of(purpose, yes), false, givenAt, Optional.empty());
    }
}
