package io.tact.localstack.importing.goods;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tact.localstack.importing.history.SoldProduct;
import io.tact.localstack.world.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Derives a product's kind where the shop states none: the word of its description that is the last
 * word of most descriptions (JUMBO BAG RED RETROSPOT is a bag, as many things end in bag), after
 * tails such as "with …" are cut. A guess, made once, at the import.
 */
final class HeadNouns {
    private static final String UNKNOWN = "other";
    private static final String TAIL = "(?i)\\s(with|w/|in|for|on|of|from)\\s.*";
    private static final String LEAD =
            "(?i)^(set|pack|box|pair|bag|roll|tube)s?(\\s+of|/)\\s*\\d*\\s*";

    private static final Set<String> MODIFIERS =
            Table.rows(HeadNouns.class, "modifiers.txt").stream()
                    .flatMap(row -> Table.cells(row.get(0), ",").stream())
                    .map(HeadNouns::singular)
                    .collect(toUnmodifiableSet());

    /** How much more the last word counts than one before it. */
    private static final int LAST_COUNTS = 3;

    private final Map<String, Integer> endings = new HashMap<>();

    HeadNouns(Collection<SoldProduct> products) {
        for (SoldProduct product : products) {
            List<String> nouns = nouns(product.description());
            if (!nouns.isEmpty()) {
                endings.merge(nouns.get(nouns.size() - 1), 1, Integer::sum);
            }
        }
    }

    String of(SoldProduct product) {
        List<String> nouns = nouns(product.description());
        String best = UNKNOWN;
        int most = 0;
        for (int at = 0; at < nouns.size(); at++) {
            int weight = at == nouns.size() - 1 ? LAST_COUNTS : 1;
            int count = endings.getOrDefault(nouns.get(at), 0) * weight;
            if (count >= most) {
                most = count;
                best = nouns.get(at);
            }
        }
        return best;
    }

    private static List<String> nouns(String description) {
        String core = description.replaceFirst(LEAD, "").replaceFirst(TAIL, "");
        List<String> words =
                Words.of(core).stream()
                        .filter(word -> word.matches("[\\p{L}'-]{3,}"))
                        .map(HeadNouns::singular)
                        .toList();
        List<String> nouns = words.stream().filter(word -> !MODIFIERS.contains(word)).toList();
        return nouns.isEmpty() ? words : nouns;
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(sses|shes|ches|xes)")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
