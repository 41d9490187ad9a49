package io.tact.localstack.importing.goods;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of a description or kind, in small letters. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String last(String text) {
        List<String> words = of(text);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }
}
