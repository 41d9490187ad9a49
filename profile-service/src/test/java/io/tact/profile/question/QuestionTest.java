package io.tact.profile.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.consent.client.Purpose;
import io.tact.profile.question.AnswerType.Choice;
import io.tact.profile.question.AnswerType.Number;
import io.tact.profile.question.AnswerType.Option;
import io.tact.profile.question.AnswerType.Text;
import io.tact.profile.question.AnswerType.YesNo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    private static final Wording WORDS = new Wording("a tent", "ein Zelt");
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");

    @Test
    void choiceTakesOneOfItsOwn() {
        var one = new Choice(List.of(option("a"), option("b")), false);

        assertThat(one.takes("a")).isTrue();
        assertThat(one.takes("c")).isFalse();
        assertThat(one.takes(List.of("a"))).isFalse();
        assertThat(one.takes(true)).isFalse();
    }

    @Test
    void manyTakesSomeOfItsOwnEachOnce() {
        var many = new Choice(List.of(option("a"), option("b")), true);

        assertThat(many.takes(List.of("b", "a"))).isTrue();
        assertThat(many.takes(List.of())).isFalse();
        assertThat(many.takes(List.of("a", "a"))).isFalse();
        assertThat(many.takes(List.of("a", "c"))).isFalse();
        assertThat(many.takes("a")).isFalse();
    }

    @Test
    void numberIsWithinItsBoundsAndBothAreIncluded() {
        var size = new Number(BigDecimal.ONE, BigDecimal.TEN);

        for (String inside : List.of("1", "1.0", "9.99", "10")) {
            assertThat(size.takes(new BigDecimal(inside))).as(inside).isTrue();
        }
        for (String outside : List.of("0.99", "10.01", "-1")) {
            assertThat(size.takes(new BigDecimal(outside))).as(outside).isFalse();
        }
        assertThat(size.takes("1")).isFalse();
    }

    @Test
    void textHasNoMoreThanItsLengthAndNoControlCharacters() {
        var text = new Text(3);

        assertThat(text.takes("abc")).isTrue();
        assertThat(text.takes("abcd")).isFalse();
        assertThat(text.takes(" ")).isFalse();
        assertThat(text.takes("a\u0000")).isFalse();
        assertThat(new YesNo().takes("true")).isFalse();
        assertThat(new YesNo().takes(false)).isTrue();
    }

    @Test
    void typesWithoutSenseAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Choice(List.of(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Choice(List.of(option("a"), option("a")), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Number(BigDecimal.TEN, BigDecimal.ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Number(BigDecimal.ONE, new BigDecimal("1e999999")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Text(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Text(201));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wording("Which?", " "));
    }

    @Test
    void benefitDependsOnNothingOrOnTheQuestionsOwnPurpose() {
        assertThat(needing(Set.of()).benefitIsTied()).isFalse();
        assertThat(needing(Set.of(Purpose.EXPERIENCE)).benefitIsTied()).isFalse();
        assertThat(needing(Set.of(Purpose.MARKETING)).benefitIsTied()).isTrue();
        assertThat(needing(Set.of(Purpose.EXPERIENCE, Purpose.MARKETING)).benefitIsTied()).isTrue();
    }

    @Test
    void answerEndsAfterItsDaysAndASkipAfterItsOwn() {
        Question question = keeping("P30D");

        assertThat(question.keptUntil(NOW)).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(question.notAskedUntil(NOW)).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P3650D", "P2W"})
    void answerIsKeptForDays(String period) {
        assertThat(keeping(period).keepFor()).isEqualTo(Period.parse(period));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P3651D", "P1M", "P1Y", "P-1D", "P1M1D"})
    void answerIsNotKeptForOtherPeriods(String period) {
        assertThatThrownBy(() -> keeping(period)).hasMessageContaining("keepFor");
    }

    private static Question keeping(String period) {
        return question(Set.of(), Period.parse(period));
    }

    private static Question needing(Set<Purpose> benefitNeeds) {
        return question(benefitNeeds, Period.ofDays(30));
    }

    private static Question question(Set<Purpose> benefitNeeds, Period keepFor) {
        return new Question(
                "tent",
                WORDS,
                WORDS,
                WORDS,
                benefitNeeds,
                Purpose.EXPERIENCE,
                Optional.empty(),
                new YesNo(),
                keepFor,
                7);
    }

    private static Option option(String value) {
        return new Option(value, WORDS);
    }
}
