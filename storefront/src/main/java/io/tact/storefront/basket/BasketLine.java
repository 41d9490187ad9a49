package io.tact.storefront.basket;

import io.tact.storefront.catalogue.Item;
import io.tact.storefront.catalogue.Price;

/** So many of an item, at today's price. */
public record BasketLine(Item item, int quantity) {
    public Price total() {
        return item.price().times(quantity);
    }
}
