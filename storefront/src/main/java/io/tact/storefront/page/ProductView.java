package io.tact.storefront.page;

import io.tact.storefront.catalogue.Item;
import java.util.List;

/** A product with its sisters in other colours. */
record ProductView(Item item, List<Item> variants) {
    public String categoryUrl() {
        return CategoryLink.url(item.category());
    }

    /** Its colour, flavour or scent: whatever tells it from the others. */
    public String variant() {
        return item.attributes().values().stream().findFirst().orElse("");
    }
}
