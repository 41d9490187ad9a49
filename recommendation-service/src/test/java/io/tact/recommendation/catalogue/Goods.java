package io.tact.recommendation.catalogue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items for tests. */
public final class Goods {
    private Goods() {}

    public static Item item(String id, String type, String category) {
        return item(id, type, category, null);
    }

    public static Item item(String id, String type, String category, @Nullable String group) {
        return new Item(
                id,
                "The " + id,
                type,
                category,
                new Price(new BigDecimal("9.95"), "EUR"),
                "/pictures/" + id + ".svg",
                "/products/" + id,
                true,
                group,
                Map.of(),
                false,
                List.of());
    }

    public static Item soldOut(Item item) {
        return with(item, false, item.consumable(), item.sensitive());
    }

    public static Item consumable(Item item) {
        return with(item, item.available(), true, item.sensitive());
    }

    public static Item sensitive(Item item) {
        return with(item, item.available(), item.consumable(), List.of("health"));
    }

    private static Item with(
            Item item, boolean available, boolean consumable, List<String> sensitive) {
        return new Item(
                item.id(),
                item.title(),
                item.productType(),
                item.category(),
                item.price(),
                item.image(),
                item.url(),
                available,
                item.variantGroup(),
                item.attributes(),
                consumable,
                sensitive);
    }

    public static Catalogue catalogue(Item... items) {
        return Catalogue.of(Arrays.stream(items).map(item -> new CatalogueEntry(item, 1)).toList());
    }
}
