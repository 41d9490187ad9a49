package io.tact.localstack.importing.goods;

import io.tact.localstack.world.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files kinds under a handful of categories, by their words ({@code departments.txt}). */
final class Departments {
    private static final String ELSEWHERE = "More";

    private final Map<String, List<String>> words = new LinkedHashMap<>();

    Departments() {
        Table.rows(Departments.class, "departments.txt")
                .forEach(row -> words.put(row.get(0), Table.cells(row.get(1), ",")));
    }

    String of(String kind) {
        String spaced = " " + String.join(" ", Words.of(kind)) + " ";
        return words.entrySet().stream()
                .filter(
                        entry ->
                                entry.getValue().stream()
                                        .anyMatch(word -> spaced.contains(" " + word + " ")))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ELSEWHERE);
    }
}
