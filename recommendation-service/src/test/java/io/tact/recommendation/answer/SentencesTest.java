package io.tact.recommendation.answer;

import static io.tact.recommendation.answer.Shop.place;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    private final Sentences english = new Sentences(Shop.CATALOGUE, Language.ENGLISH);
    private final Sentences german = new Sentences(Shop.CATALOGUE, Language.GERMAN);

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentenceInBothLanguages(Reason reason) {
        Suggestion told = Suggestion.of(place("bag-1"), 1, reason, place("tent-red"));

        assertThat(english.of(told)).isNotBlank().isNotEqualTo(german.of(told));
        assertThat(english.of(told.told(false))).isNotBlank();
        assertThat(english.of(told.told(false)) + german.of(told.told(false)))
                .doesNotContain("tent-red");
    }

    @Test
    void sentenceNamesItsReason() {
        Suggestion bought = Suggestion.of(place("bag-1"), 1, Reason.BOUGHT_WITH, place("tent-red"));

        assertThat(english.of(bought)).isEqualTo("Often bought with “The tent-red”");
    }

    @Test
    void filledUpItemSaysThatItOnlyFillsUp() {
        Suggestion fill = Suggestion.popular(place("mug-1"), 1, Reason.POPULAR, true);

        assertThat(english.of(fill)).contains("only to fill");
        assertThat(german.of(fill)).contains("nur zum Auffüllen");
    }
}
