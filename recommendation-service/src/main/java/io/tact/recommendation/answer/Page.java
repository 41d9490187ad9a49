package io.tact.recommendation.answer;

import io.tact.recommendation.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself. All there is to know on rung none.
 *
 * @param item the place of the item that the page is about
 * @param category of the page itself; a product's page has its item's
 * @param basket places of what the page shows in the basket
 * @param fill whether a short list is filled up with popular items
 */
public record Page(
        Placement placement,
        Optional<Integer> item,
        @Nullable String category,
        List<Integer> basket,
        int limit,
        boolean fill,
        Language language) {

    /** Sensitive items are shown only where their own category is looked at. */
    boolean mayShow(Catalogue catalogue, int place) {
        var shown = catalogue.item(place);
        return shown.available()
                && (!shown.isSensitive() || shown.category().equals(category))
                && !isAbout(catalogue, catalogue.product(place));
    }

    /** Neither the item of the page, nor what lies in its basket, nor another colour of these. */
    private boolean isAbout(Catalogue catalogue, int product) {
        if (item.isPresent() && catalogue.product(item.get()) == product) {
            return true;
        }
        for (int place : basket) {
            if (catalogue.product(place) == product) {
                return true;
            }
        }
        return false;
    }
}
