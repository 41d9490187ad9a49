package io.tact.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The product types of a shop: {@code StockCode}, {@code Kind}. */
final class Kinds {
    private final Names items = new Names();
    private final Set<String> known = new HashSet<>();
    private final List<Integer> kinds = new ArrayList<>();

    static Kinds read(Path file) throws IOException {
        var kinds = new Kinds();
        var names = new Names();
        Rows.forEach(
                file,
                List.of("StockCode", "Kind"),
                row -> {
                    if (kinds.known.add(row[0])) {
                        kinds.items.number(row[0]);
                        kinds.kinds.add(names.number(row[1]));
                    }
                });
        return kinds;
    }

    boolean knows(String item) {
        return known.contains(item);
    }

    Names items() {
        return items;
    }

    int of(int item) {
        return kinds.get(item);
    }

    boolean areAlike(int one, int other) {
        return of(one) == of(other);
    }

    int[] all() {
        return kinds.stream().mapToInt(Integer::intValue).toArray();
    }
}
