package io.tact.recommendation.catalogue;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All items at one moment, sorted by id. An item's place in that order is its number in everything
 * that is computed from this catalogue.
 */
public final class Catalogue {
    public static final Catalogue EMPTY = new Catalogue(List.of());

    /** There is no such item. */
    public static final int NOWHERE = -1;

    private final List<CatalogueEntry> entries;
    private final Map<String, Integer> places;
    private final SortedMap<String, Long> categories;
    private final int[] products;
    private final int[] types;

    private Catalogue(List<CatalogueEntry> sorted) {
        entries = sorted;
        places = new HashMap<>(2 * sorted.size());
        for (int place = 0; place < sorted.size(); place++) {
            places.put(sorted.get(place).item().id(), place);
        }
        products = Numbering.of(sorted, Item::product);
        types = Numbering.of(sorted, Item::productType);
        categories =
                sorted.stream()
                        .collect(
                                groupingBy(
                                        entry -> entry.item().category(),
                                        TreeMap::new,
                                        counting()));
    }

    public static Catalogue of(Collection<CatalogueEntry> entries) {
        return new Catalogue(
                entries.stream().sorted(Comparator.comparing(entry -> entry.item().id())).toList());
    }

    public int size() {
        return entries.size();
    }

    public int place(String itemId) {
        return places.getOrDefault(itemId, NOWHERE);
    }

    public Item item(int place) {
        return entries.get(place).item();
    }

    /** A number for the product of an item: the same for its variants, and for nothing else. */
    public int product(int place) {
        return products[place];
    }

    /** A number for the type of an item. */
    public int type(int place) {
        return types[place];
    }

    public List<CatalogueEntry> entries() {
        return entries;
    }

    public Optional<CatalogueEntry> find(String itemId) {
        return Optional.ofNullable(places.get(itemId)).map(entries::get);
    }

    /** With the number of items in each. */
    public SortedMap<String, Long> categories() {
        return categories;
    }

    /**
     * A page of items by id.
     *
     * @param words all must stand somewhere in title, type, category or attributes
     * @param after the last id of the page before
     */
    public List<CatalogueEntry> list(
            @Nullable String category, @Nullable String words, @Nullable String after, int limit) {
        List<String> sought = words == null ? List.of() : words(words);
        return from(after)
                .filter(entry -> category == null || entry.item().category().equals(category))
                .filter(entry -> sought.isEmpty() || holdsAll(entry.item(), sought))
                .limit(limit)
                .toList();
    }

    private Stream<CatalogueEntry> from(@Nullable String after) {
        return after == null
                ? entries.stream()
                : entries.stream().filter(entry -> entry.item().id().compareTo(after) > 0);
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean holdsAll(Item item, List<String> words) {
        String text =
                String.join(
                                " ",
                                item.title(),
                                item.productType(),
                                item.category(),
                                String.join(" ", item.attributes().values()))
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
