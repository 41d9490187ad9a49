package io.tact.storefront.basket;

import io.tact.storefront.catalogue.Assortment;
import io.tact.storefront.catalogue.Price;
import java.util.List;
import java.util.Optional;

/**
 * A basket with names and prices: the lines whose item is still sold.
 *
 * @param total empty without lines
 */
public record Bill(List<BasketLine> lines, Optional<Price> total) {

    /** Prices of different currencies do not add up: the first line's currency decides. */
    public static Bill of(Basket basket, Assortment assortment) {
        List<BasketLine> sold =
                basket.quantities().entrySet().stream()
                        .flatMap(
                                line ->
                                        assortment.find(line.getKey()).stream()
                                                .map(i -> new BasketLine(i, line.getValue())))
                        .toList();
        List<BasketLine> payable =
                sold.stream().filter(line -> currency(line).equals(currency(sold.get(0)))).toList();
        return new Bill(payable, payable.stream().map(BasketLine::total).reduce(Price::plus));
    }

    private static String currency(BasketLine line) {
        return line.item().price().currency();
    }
}
