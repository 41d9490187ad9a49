package io.tact.consent.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.Purpose;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PurposeTextsTest {
    private static final int LONGEST_SENTENCE_IN_WORDS = 18;

    @ParameterizedTest
    @EnumSource
    void everyPurposeHasWordsInEveryLanguage(Language language) {
        assertThat(PurposeTexts.in(language).names())
                .startsWith(Purpose.NECESSARY)
                .containsAll(Purpose.OPTIONAL)
                .isEqualTo(PurposeTexts.in(Language.EN).names());
    }

    @ParameterizedTest
    @EnumSource
    void languagesSayTheSameThing(Language language) {
        Notice english = PurposeTexts.in(Language.EN).notice();

        assertThat(PurposeTexts.in(language).notice())
                .isEqualTo(new Notice(english.id(), english.version(), language.tag()));
    }

    @ParameterizedTest
    @EnumSource
    void sentencesAreShort(Language language) {
        assertThat(PurposeTexts.in(language).purposes())
                .flatExtracting(
                        text ->
                                Stream.of(text.whatWeDo(), text.whatYouGet(), text.ifYouSayNo())
                                        .toList())
                .flatExtracting(text -> Arrays.asList(text.split("(?<=[.!?]) ")))
                .allSatisfy(
                        sentence ->
                                assertThat(sentence.split(" "))
                                        .as(sentence)
                                        .hasSizeLessThanOrEqualTo(LONGEST_SENTENCE_IN_WORDS));
    }
}
