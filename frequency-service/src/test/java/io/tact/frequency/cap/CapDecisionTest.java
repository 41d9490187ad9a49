package io.tact.frequency.cap;

import static io.tact.frequency.cap.Histories.HOUR;
import static io.tact.frequency.cap.Histories.NOON;
import static io.tact.frequency.cap.Histories.at;
import static io.tact.frequency.cap.Histories.history;
import static io.tact.frequency.cap.Histories.pendingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.frequency.cap.Choice.Chosen;
import io.tact.frequency.cap.Choice.Nobody;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapDecisionTest {
    private static final Label SPRING = Label.campaign("spring");
    private static final Label TENT = Label.product("tent-1");

    @Test
    void capIsReachedAtItsLimitAndNotBefore() {
        Contender spring = contender(rule("campaign:spring", 3, "PT1H"));

        assertThat(refusal(spring, history(at(SPRING, 1), at(SPRING, 2)))).isEmpty();
        assertThat(refusal(spring, history(at(SPRING, 1), at(SPRING, 2), at(SPRING, 3))))
                .hasValue(
                        new Refusal("test/1", SPRING, 3, 3, OptionalLong.of(NOON - 3_000 + HOUR)));
        assertThat(
                        refusal(
                                spring,
                                history(
                                        at(SPRING, 1),
                                        at(SPRING, 2),
                                        at(SPRING, 3),
                                        at(SPRING, 4))))
                .as("one above, as after a merge: the two oldest must leave")
                .hasValue(
                        new Refusal("test/1", SPRING, 4, 3, OptionalLong.of(NOON - 3_000 + HOUR)));
    }

    @Test
    void windowIsHalfOpen() {
        Contender spring = contender(rule("campaign:spring", 1, "PT1H"));
        History history = history(at(SPRING, 0));

        assertThat(CapDecision.refusal(spring, history, NOON + HOUR - 1)).isPresent();
        assertThat(CapDecision.refusal(spring, history, NOON + HOUR)).isEmpty();
    }

    @Test
    void impressionOfTheFutureCounts() {
        Contender spring = contender(rule("campaign:spring", 1, "PT1H"));

        assertThat(refusal(spring, history(at(SPRING, -10)))).isPresent();
    }

    @Test
    void limitOfZeroBlocksForEver() {
        Contender spring = contender(rule("campaign:spring", 0, "PT1H"));

        assertThat(refusal(spring, History.EMPTY))
                .hasValue(new Refusal("test/1", SPRING, 0, 0, OptionalLong.empty()));
    }

    @Test
    void lifetimeNeverForgets() {
        Contender spring = contender(rule("campaign:spring", 1, "lifetime"));

        assertThat(refusal(spring, history(at(SPRING, 10 * 365 * 24 * 3_600L))))
                .hasValueSatisfying(refusal -> assertThat(refusal.eligible()).isEmpty());
    }

    @Test
    void otherLabelsAreOtherCounts() {
        Contender spring = contender(rule("product:*", 1, "PT1H"));

        assertThat(refusal(spring, history(at(Label.product("tent-2"), 1), at(SPRING, 1))))
                .isEmpty();
        assertThat(refusal(spring, history(at(TENT, 1)))).isPresent();
    }

    @Test
    void reservationCountsUntilItExpires() {
        Contender spring = contender(rule("campaign:spring", 1, "PT1H"));
        History history = history(pendingAt(SPRING, 0));

        assertThat(CapDecision.refusal(spring, history, NOON + 59_999))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.eligible()).hasValue(NOON + 60_000));
        assertThat(CapDecision.refusal(spring, history, NOON + 60_000)).isEmpty();
    }

    @Test
    void allRulesMustAllowAndTheOneThatHoldsLongestIsNamed() {
        Contender spring =
                contender(
                        rule("campaign:spring", 1, "PT1H"),
                        new CapRule("test/2", new LabelPattern("global"), 1, Window.parse("PT2H")));

        assertThat(refusal(spring, history(at(SPRING, 0))))
                .hasValueSatisfying(
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo("test/2");
                            assertThat(refusal.eligible()).hasValue(NOON + 2 * HOUR);
                        });
    }

    @Test
    void stopHoldsWhateverTheCapsSay() {
        var bought = new Stop(TENT, "bought", OptionalLong.empty());
        var history = new History(List.of(), List.of(bought), Optional.empty());

        assertThat(refusal(contender(), history))
                .hasValue(new Refusal("bought", TENT, 0, 0, OptionalLong.empty()));
    }

    @Test
    void sessionEndsHalfAnHourAfterTheLastVisitOrADayAfterTheFirst() {
        Contender spring = contender(rule("campaign:spring", 1, "session"));
        Sitting sitting = Sitting.of(NOON, NOON + HOUR / 4, 5);
        var shown =
                new Impression(
                        ImpressionId.of(NOON, 1), labels(SPRING), sitting.mark(), false, false);
        var history = new History(List.of(shown), List.of(), Optional.of(sitting));

        assertThat(CapDecision.refusal(spring, history, NOON + HOUR * 3 / 4 - 1)).isPresent();
        assertThat(CapDecision.refusal(spring, history, NOON + HOUR * 3 / 4)).isEmpty();
        Sitting allDay = Sitting.of(NOON, NOON + 24 * HOUR - 1, 5);
        var still = new History(List.of(shown), List.of(), Optional.of(allDay));
        assertThat(CapDecision.refusal(spring, still, NOON + 24 * HOUR - 1)).isPresent();
        assertThat(CapDecision.refusal(spring, still, NOON + 24 * HOUR)).isEmpty();
    }

    @Test
    void impressionOfAnotherSessionDoesNotCountInThisOne() {
        Contender spring = contender(rule("campaign:spring", 1, "session"));
        var other =
                new Impression(
                        ImpressionId.of(NOON, 1),
                        labels(SPRING),
                        Sitting.mark(NOON, 6),
                        false,
                        false);

        assertThat(
                        CapDecision.refusal(
                                spring,
                                new History(
                                        List.of(other),
                                        List.of(),
                                        Optional.of(Sitting.of(NOON, NOON, 5))),
                                NOON))
                .isEmpty();
    }

    @Test
    void firstOneThatIsAllowedWins() {
        Contender capped = contender(rule("campaign:spring", 1, "PT1H"));
        Contender free = new Contender(Set.of(Label.campaign("summer")), List.of());

        assertThat(CapDecision.choose(List.of(capped, free), history(at(SPRING, 1)), NOON))
                .isEqualTo(new Chosen(1));
        assertThat(CapDecision.choose(List.of(capped, free), History.EMPTY, NOON))
                .isEqualTo(new Chosen(0));
    }

    @Test
    void ifNobodyWinsTheOneThatIsEligibleFirstSaysWhy() {
        Contender never = contender(rule("campaign:spring", 0, "PT1H"));
        Contender soon = contender(rule("product:tent-1", 1, "PT1H"));

        Choice choice = CapDecision.choose(List.of(never, soon), history(at(TENT, 1)), NOON);

        assertThat(((Nobody) choice).refusal().label()).isEqualTo(TENT);
    }

    private static Optional<Refusal> refusal(Contender contender, History history) {
        return CapDecision.refusal(contender, history, NOON);
    }

    private static CapRule rule(String label, int limit, String window) {
        return new CapRule("test/1", new LabelPattern(label), limit, Window.parse(window));
    }

    /** Of the campaign spring, for a tent. */
    private static Contender contender(CapRule... rules) {
        Set<Label> labels = Set.of(Label.GLOBAL, SPRING, TENT);
        return new Contender(
                labels,
                List.of(rules).stream()
                        .flatMap(
                                rule ->
                                        labels.stream()
                                                .filter(rule.label()::matches)
                                                .map(label -> new Cap(rule, label, false)))
                        .toList());
    }

    private static Set<Label> labels(Label label) {
        return Set.of(Label.GLOBAL, label);
    }
}
