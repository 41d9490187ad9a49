package io.tact.recommendation.answer;

import static io.tact.recommendation.catalogue.Goods.consumable;
import static io.tact.recommendation.catalogue.Goods.item;
import static io.tact.recommendation.catalogue.Goods.sensitive;
import static io.tact.recommendation.catalogue.Goods.soldOut;

import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.Goods;
import io.tact.recommendation.model.Model;
import io.tact.recommendation.model.Taught;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small shop in which it is known what goes with what. */
final class Shop {
    static final Catalogue CATALOGUE =
            Goods.catalogue(
                    item("tent-red", "tent", "Outdoor", "fjord"),
                    item("tent-blue", "tent", "Outdoor", "fjord"),
                    item("tent-big", "tent", "Outdoor"),
                    item("bag-1", "sleeping bag", "Outdoor"),
                    item("mat-1", "mat", "Outdoor"),
                    soldOut(item("mat-2", "mat", "Outdoor")),
                    consumable(item("gas-1", "gas cartridge", "Outdoor")),
                    consumable(item("cat-food", "cat food", "Pets")),
                    item("mug-1", "mug", "Kitchen"),
                    sensitive(item("test-1", "pregnancy test", "Health")),
                    item("plaster-1", "plaster", "Health"));

    static final Model MODEL =
            new Taught(CATALOGUE)
                    .orders(40, "tent-red", "bag-1", "mat-2")
                    .orders(30, "tent-big", "bag-1", "gas-1")
                    .orders(20, "tent-red", "mat-1")
                    .orders(60, "cat-food")
                    .orders(10, "tent-red", "cat-food")
                    .orders(100, "mug-1")
                    .orders(50, "test-1", "plaster-1")
                    .visits(8, "tent-red", "tent-big", "bag-1")
                    .visits(4, "tent-red", "mat-1")
                    .visits(5, "cat-food", "mug-1")
                    .visits(9, "tent-big", "test-1")
                    .model();

    private Shop() {}

    static Page page(Placement placement, @Nullable String itemId) {
        return page(placement, itemId, null, 10, false);
    }

    static Page page(
            Placement placement,
            @Nullable String itemId,
            @Nullable String category,
            int limit,
            boolean fill,
            String... basket) {
        Optional<Integer> item = Optional.ofNullable(itemId).map(Shop::place);
        return new Page(
                placement,
                item,
                category == null
                        ? item.map(place -> CATALOGUE.item(place).category()).orElse(null)
                        : category,
                Arrays.stream(basket).map(Shop::place).toList(),
                limit,
                fill,
                Language.ENGLISH);
    }

    static int place(String itemId) {
        int place = CATALOGUE.place(itemId);
        if (place == Catalogue.NOWHERE) {
            throw new IllegalArgumentException("not sold here: " + itemId);
        }
        return place;
    }

    static List<String> ids(List<Suggestion> suggestions) {
        return suggestions.stream().map(one -> CATALOGUE.item(one.item()).id()).toList();
    }
}
