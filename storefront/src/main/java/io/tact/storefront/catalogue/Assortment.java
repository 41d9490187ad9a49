package io.tact.storefront.catalogue;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All items at one moment. */
public record Assortment(Map<String, Item> items, Map<String, List<Item>> byCategory) {
    public static final Assortment EMPTY = Assortment.of(List.of());

    static Assortment of(Collection<Item> all) {
        Map<String, Item> items = new LinkedHashMap<>();
        all.forEach(item -> items.put(item.itemId(), item));
        return new Assortment(
                items,
                items.values().stream()
                        .collect(
                                groupingBy(
                                        Item::category,
                                        TreeMap::new,
                                        collectingAndThen(toList(), List::copyOf))));
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public Optional<Item> find(String itemId) {
        return Optional.ofNullable(items.get(itemId));
    }

    public List<String> categories() {
        return List.copyOf(byCategory.keySet());
    }

    public List<Item> of(String category) {
        return byCategory.getOrDefault(category, List.of());
    }

    /** The same model in other colours. */
    public List<Item> variantsOf(Item item) {
        return of(item.category()).stream().filter(other -> other.isVariantOf(item)).toList();
    }
}
