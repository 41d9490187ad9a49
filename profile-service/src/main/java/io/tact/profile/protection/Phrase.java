package io.tact.profile.protection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that mean something together. In the list {@code teacher|nurse union} is two phrases, and
 * {@code =race} counts only where nothing else is said, as in {@code user.race}.
 */
record Phrase(List<WordPattern> patterns, boolean alone) {
    /** In one piece ("birthcontrol") shorter ones would be found in the midst of other words. */
    private static final int SHORTEST_IN_ONE_PIECE = 9;

    static Set<Phrase> parse(String written) {
        boolean alone = written.startsWith("=");
        Set<Phrase> phrases = new LinkedHashSet<>();
        for (List<String> words : combinations(written.substring(alone ? 1 : 0))) {
            phrases.addAll(spellings(words, alone));
        }
        return phrases;
    }

    private static Set<Phrase> spellings(List<String> words, boolean alone) {
        Set<Phrase> phrases = new LinkedHashSet<>();
        for (List<String> spelling : List.of(words, withoutUmlauts(words), manyOf(words))) {
            phrases.add(new Phrase(patterns(spelling), alone));
            String piece = String.join("", spelling);
            if (spelling.size() > 1
                    && !alone
                    && piece.chars().allMatch(Character::isLetter)
                    && piece.length() >= SHORTEST_IN_ONE_PIECE) {
                phrases.add(new Phrase(patterns(List.of("*" + piece + "*")), false));
            }
        }
        return phrases;
    }

    private static List<WordPattern> patterns(List<String> words) {
        return words.stream().map(WordPattern::parse).toList();
    }

    private static List<List<String>> combinations(String written) {
        List<List<String>> all = List.of(List.of());
        for (String choices : written.trim().split("\\s+")) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> before : all) {
                for (String choice : choices.split("\\|")) {
                    List<String> words = new ArrayList<>(before);
                    words.add(choice);
                    longer.add(words);
                }
            }
            all = longer;
        }
        return all;
    }

    /** As keyboards without umlauts write it: "fluchtling". */
    private static List<String> withoutUmlauts(List<String> words) {
        return words.stream()
                .map(word -> Normalizer.normalize(word, Normalizer.Form.NFD))
                .map(word -> word.replaceAll("\\p{Mn}", ""))
                .toList();
    }

    private static List<String> manyOf(List<String> words) {
        return words.stream().map(word -> word.replaceAll("(?<=[a-z]{3})y$", "ies")).toList();
    }
}
