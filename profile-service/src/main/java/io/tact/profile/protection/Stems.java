package io.tact.profile.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stems, letter by letter: most words part from all of them at their first letters. */
final class Stems {
    private final Map<Character, Stems> next = new HashMap<>();
    private final List<WordPattern> ending = new ArrayList<>();

    void add(WordPattern pattern) {
        Stems at = this;
        for (char letter : pattern.stem().toCharArray()) {
            at = at.next.computeIfAbsent(letter, other -> new Stems());
        }
        if (!at.ending.contains(pattern)) {
            at.ending.add(pattern);
        }
    }

    @Nullable Stems after(char letter) {
        return next.get(letter);
    }

    /** Those of which nothing is left. */
    List<WordPattern> ending() {
        return ending;
    }
}
