package io.tact.recommendation.answer;

import io.tact.recommendation.catalogue.Item;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** How much two items of one type are alike: words and attributes in common, and near in price. */
final class Likeness {
    private static final double WORDS = 0.7;

    private Likeness() {}

    /** From 0 to 1. */
    static double of(Item one, Item other) {
        Set<String> all = words(one);
        Set<String> common = new HashSet<>(all);
        Set<String> others = words(other);
        common.retainAll(others);
        all.addAll(others);
        double inWords = all.isEmpty() ? 0 : (double) common.size() / all.size();
        return WORDS * inWords + (1 - WORDS) * inPrice(one, other);
    }

    private static Set<String> words(Item item) {
        Set<String> words =
                new HashSet<>(
                        Arrays.asList(
                                item.title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        item.attributes().forEach((name, value) -> words.add(name + "=" + value));
        words.remove("");
        return words;
    }

    private static double inPrice(Item one, Item other) {
        double a = one.price().amount().doubleValue();
        double b = other.price().amount().doubleValue();
        boolean comparable = one.price().currency().equals(other.price().currency());
        return comparable && a > 0 && b > 0 ? Math.min(a, b) / Math.max(a, b) : 0;
    }
}
