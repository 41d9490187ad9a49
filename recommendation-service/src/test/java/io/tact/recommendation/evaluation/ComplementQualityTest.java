package io.tact.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.recommendation.complement.Assortment;
import io.tact.recommendation.complement.Basket;
import io.tact.recommendation.complement.Complement;
import io.tact.recommendation.complement.ComplementSettings;
import io.tact.recommendation.complement.Complements;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Online Retail (UCI, D. Chen 2015, CC BY 4.0): learned from the first 90 % of the invoices, asked
 * for each item of the others; a hit is an item of another kind in the same basket.
 */
class ComplementQualityTest {
    private static final int AMONG = 10;

    private final Map<String, Integer> places = new HashMap<>();
    private int[] kinds = new int[0];

    @Test
    void strictListsHitAsOftenAsTheyShould() {
        readKinds();
        List<Basket> baskets = baskets();
        int cut = baskets.size() * 9 / 10;
        int[] products = IntStream.range(0, kinds.length).toArray();
        var complements =
                new Complements(
                        baskets.subList(0, cut),
                        new Assortment(products, kinds),
                        ComplementSettings.DEFAULTS);
        int queries = 0;
        int hits = 0;
        double reciprocal = 0;
        double fill = 0;
        for (Basket basket : baskets.subList(cut, baskets.size())) {
            if (basket.items().length < 2 || basket.items().length > 60) {
                continue;
            }
            for (int item : basket.items()) {
                if (Arrays.stream(basket.items()).allMatch(other -> kinds[other] == kinds[item])) {
                    continue;
                }
                List<Complement> found = complements.of(item).stream().limit(AMONG).toList();
                int rank = rankOfFirstHit(found, basket);
                queries++;
                fill += (double) found.size() / AMONG;
                if (rank > 0) {
                    hits++;
                    reciprocal += 1.0 / rank;
                }
            }
        }

        System.out.printf(
                "Online Retail, strict: %d baskets, %d queries, cHit@10 %.4f, cMRR@10 %.4f, fill %.4f%n",
                cut, queries, (double) hits / queries, reciprocal / queries, fill / queries);
        assertThat((double) hits / queries).isGreaterThan(0.42);
        assertThat(reciprocal / queries).isGreaterThan(0.24);
        assertThat(fill / queries).isGreaterThan(0.7);
    }

    private static int rankOfFirstHit(List<Complement> found, Basket basket) {
        Set<Integer> bought = Arrays.stream(basket.items()).boxed().collect(Collectors.toSet());
        for (int rank = 1; rank <= found.size(); rank++) {
            if (bought.contains(found.get(rank - 1).variants()[0])) {
                return rank;
            }
        }
        return 0;
    }

    private void readKinds() {
        Map<String, String> kindOf = new TreeMap<>();
        SharedFiles.forEachRow("online-retail/kinds.tsv", row -> kindOf.put(row[0], row[1]));
        Map<String, Integer> numbers = new HashMap<>();
        kindOf.keySet().forEach(code -> places.put(code, places.size()));
        kinds =
                kindOf.values().stream()
                        .mapToInt(kind -> numbers.computeIfAbsent(kind, k -> numbers.size()))
                        .toArray();
    }

    private List<Basket> baskets() {
        Map<String, Set<Integer>> items = new LinkedHashMap<>();
        Map<String, Integer> days = new HashMap<>();
        SharedFiles.forEachRow(
                "online-retail/orders-until-cut.tsv.gz",
                row -> {
                    Integer place = places.get(row[1]);
                    boolean bought = Integer.parseInt(row[3]) > 0 && Double.parseDouble(row[5]) > 0;
                    if (place != null && bought && !row[0].startsWith("C")) {
                        items.computeIfAbsent(row[0], invoice -> new LinkedHashSet<>()).add(place);
                        days.putIfAbsent(
                                row[0],
                                (int) LocalDateTime.parse(row[4]).toLocalDate().toEpochDay());
                    }
                });
        return items.entrySet().stream()
                .map(
                        invoice ->
                                new Basket(
                                        invoice.getValue().stream()
                                                .mapToInt(Integer::intValue)
                                                .toArray(),
                                        days.getOrDefault(invoice.getKey(), 0)))
                .sorted(Comparator.comparingInt(Basket::day))
                .toList();
    }
}
