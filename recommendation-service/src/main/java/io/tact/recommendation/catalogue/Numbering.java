package io.tact.recommendation.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Small numbers instead of names, in the order in which the names first come. */
final class Numbering {
    private Numbering() {}

    static int[] of(List<CatalogueEntry> entries, Function<Item, String> name) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] numbered = new int[entries.size()];
        for (int place = 0; place < numbered.length; place++) {
            String one = name.apply(entries.get(place).item());
            numbered[place] = numbers.computeIfAbsent(one, unknown -> numbers.size());
        }
        return numbered;
    }
}
