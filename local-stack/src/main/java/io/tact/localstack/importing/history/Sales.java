package io.tact.localstack.importing.history;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sales of one stock code, counted: a few distinct descriptions and prices, however many lines.
 */
final class Sales {
    private final Map<String, Integer> descriptions = new HashMap<>();
    private final TreeMap<BigDecimal, Integer> prices = new TreeMap<>();
    private int lines;

    void add(OrderLine line) {
        lines++;
        prices.merge(line.price(), 1, Integer::sum);
        if (!line.description().isEmpty()) {
            descriptions.merge(line.description(), 1, Integer::sum);
        }
    }

    SoldProduct product(String stockCode) {
        return new SoldProduct(stockCode, usualDescription(), medianPrice());
    }

    /**
     * The most frequent one; among equals the first of the alphabet, so that a repetition gives the
     * same.
     */
    private String usualDescription() {
        return descriptions.entrySet().stream()
                .min(
                        Comparator.comparing(
                                        (Map.Entry<String, Integer> entry) -> -entry.getValue())
                                .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** The lower one of two. */
    private BigDecimal medianPrice() {
        int before = 0;
        for (Map.Entry<BigDecimal, Integer> price : prices.entrySet()) {
            before += price.getValue();
            if (before * 2 >= lines) {
                return price.getKey();
            }
        }
        throw new IllegalStateException("no sales");
    }
}
