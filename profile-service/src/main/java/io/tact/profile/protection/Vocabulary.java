package io.tact.profile.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds phrases among words, in time in proportion to the text and the longest word it knows. */
final class Vocabulary<M> {
    /** Where a phrase stands, from its first word until before {@code to}, and what it means. */
    record Hit<M>(int from, int to, Phrase phrase, M meaning) {}

    /** Most words part from all stems within so many letters, and need no further look. */
    private static final int BEGINNING = 4;

    private final Map<String, Set<WordPattern>> patterns = new HashMap<>();
    private final Map<WordPattern, Map<Phrase, M>> phrases = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private int longest;

    Vocabulary(Map<String, M> written) {
        written.forEach(
                (text, meaning) -> Phrase.parse(text).forEach(phrase -> add(phrase, meaning)));
    }

    private void add(Phrase phrase, M meaning) {
        phrases.computeIfAbsent(phrase.patterns().get(0), first -> new LinkedHashMap<>())
                .putIfAbsent(phrase, meaning);
        for (WordPattern pattern : phrase.patterns()) {
            patterns.computeIfAbsent(pattern.stem(), stem -> new HashSet<>()).add(pattern);
            beginnings.add(beginning(pattern.stem()));
            longest = Math.max(longest, pattern.stem().length());
        }
    }

    List<Hit<M>> find(List<String> words) {
        List<Set<WordPattern>> known = words.stream().map(this::known).toList();
        List<Hit<M>> hits = new ArrayList<>();
        for (int at = 0; at < known.size(); at++) {
            for (WordPattern first : known.get(at)) {
                int from = at;
                phrases.getOrDefault(first, Map.of())
                        .forEach(
                                (phrase, meaning) -> {
                                    int to = from + phrase.patterns().size();
                                    if (stands(phrase, known, from)) {
                                        hits.add(new Hit<>(from, to, phrase, meaning));
                                    }
                                });
            }
        }
        return hits;
    }

    private static boolean stands(Phrase phrase, List<Set<WordPattern>> known, int from) {
        List<WordPattern> patterns = phrase.patterns();
        if (from + patterns.size() > known.size()) {
            return false;
        }
        for (int at = 1; at < patterns.size(); at++) {
            if (!known.get(from + at).contains(patterns.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static String beginning(String stem) {
        return stem.substring(0, Math.min(BEGINNING, stem.length()));
    }

    private Set<WordPattern> known(String word) {
        Set<WordPattern> known = new HashSet<>();
        for (int from = 0; from < word.length(); from++) {
            int last = Math.min(word.length(), from + longest);
            int begun = from + BEGINNING;
            if (begun <= last && !beginnings.contains(word.substring(from, begun))) {
                last = begun - 1;
            }
            for (int to = from + 1; to <= last; to++) {
                for (WordPattern pattern :
                        patterns.getOrDefault(word.substring(from, to), Set.of())) {
                    if (pattern.matches(word, from)) {
                        known.add(pattern);
                    }
                }
            }
        }
        return known;
    }
}
