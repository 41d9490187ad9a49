package io.tact.profile.protection;

import java.util.List;
import java.util.Set;

/**
 * One word of the list: {@code asthma} in its simple inflections, {@code pregnan*} with whatever
 * follows, {@code *schwanger*} also within a compound.
 */
record WordPattern(String stem, boolean openStart, boolean openEnd) {
    private static final Set<String> ENDINGS =
            Set.of("s", "es", "e", "en", "n", "er", "ern", "em", "in", "innen");

    /** A short word has other words for its inflections: "hive", "fluent". */
    private static final int LONG_ENOUGH_TO_INFLECT = 5;

    /** What names in one piece begin with: "ispregnant", "likelymuslim". */
    private static final Set<String> BEFORE_IN_NAMES =
            Set.of(
                    "is",
                    "has",
                    "was",
                    "likely",
                    "islikely",
                    "maybe",
                    "probably",
                    "interestedin",
                    "isinterestedin",
                    "likes",
                    "ist",
                    "hat");

    static WordPattern parse(String written) {
        boolean openStart = written.startsWith("*");
        boolean openEnd = written.endsWith("*");
        List<String> words = Words.of(written, false);
        if (words.size() != 1) {
            throw new IllegalArgumentException("Not one word: " + written);
        }
        return new WordPattern(words.get(0), openStart, openEnd);
    }

    /** Whether this is the word, given that its stem stands there. */
    boolean matches(String word, int from) {
        return (openStart || from == 0 || BEFORE_IN_NAMES.contains(word.substring(0, from)))
                && (openEnd || isEnding(word.substring(from + stem.length())));
    }

    private boolean isEnding(String rest) {
        if (rest.isEmpty() || rest.equals("s")) {
            return true;
        }
        return stem.length() >= LONG_ENOUGH_TO_INFLECT && ENDINGS.contains(rest);
    }
}
