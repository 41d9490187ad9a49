package io.tact.consent.notice.plain;

import io.tact.consent.purpose.Language;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** One sentence of a text, as it stands there. */
record Sentence(String text) {
    private static final Pattern END = Pattern.compile("(?<=[.!?:;])\\s+|\\R+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");

    static List<Sentence> in(String text) {
        return Arrays.stream(END.split(text.strip()))
                .filter(part -> WORD.matcher(part).find())
                .map(Sentence::new)
                .toList();
    }

    int words() {
        return (int) WORD.matcher(text).results().count();
    }

    int syllables(Language language) {
        return WORD.matcher(text)
                .results()
                .mapToInt(word -> Syllables.of(language).in(word.group()))
                .sum();
    }
}
