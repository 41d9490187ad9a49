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

    private final Map<WordPattern, Map<Phrase, M>> phrases = new HashMap<>();
    private final Stems stems = new Stems();

    Vocabulary(Map<String, M> written) {
        written.forEach(
                (text, meaning) -> Phrase.parse(text).forEach(phrase -> add(phrase, meaning)));
    }

    private void add(Phrase phrase, M meaning) {
        phrases.computeIfAbsent(phrase.patterns().get(0), first -> new LinkedHashMap<>())
                .putIfAbsent(phrase, meaning);
        phrase.patterns().forEach(stems::add);
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

    private Set<WordPattern> known(String word) {
        Set<WordPattern> known = Set.of();
        for (int from = 0; from < word.length(); from++) {
            Stems left = stems;
            for (int at = from; at < word.length(); at++) {
                left = left.after(word.charAt(at));
                if (left == null) {
                    break;
                }
                for (WordPattern pattern : left.ending()) {
                    if (pattern.matches(word, from)) {
                        known = known.isEmpty() ? new HashSet<>() : known;
                        known.add(pattern);
                    }
                }
            }
        }
        return known;
    }
}
