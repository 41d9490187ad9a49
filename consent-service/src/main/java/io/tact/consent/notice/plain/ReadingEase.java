package io.tact.consent.notice.plain;

import io.tact.consent.purpose.Language;
import java.util.List;

/**
 * How easily a text is read: about 100 by a child, 60 by everybody, 30 by graduates. Flesch (1948)
 * for English, Amstad (1978) for German.
 */
final class ReadingEase {
    private ReadingEase() {}

    static double of(Language language, List<Sentence> sentences) {
        double words = sentences.stream().mapToInt(Sentence::words).sum();
        double syllables =
                sentences.stream().mapToInt(sentence -> sentence.syllables(language)).sum();
        double wordsOfASentence = words / sentences.size();
        double syllablesOfAWord = syllables / words;
        return language == Language.DE
                ? 180 - wordsOfASentence - 58.5 * syllablesOfAWord
                : 206.835 - 1.015 * wordsOfASentence - 84.6 * syllablesOfAWord;
    }
}
