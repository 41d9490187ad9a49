package io.tact.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers items from 0, in the order in which they are first named. */
final class Names {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String name) {
        return numbers.computeIfAbsent(
                name,
                unknown -> {
                    names.add(unknown);
                    return names.size() - 1;
                });
    }

    String name(int number) {
        return names.get(number);
    }

    int count() {
        return names.size();
    }
}
