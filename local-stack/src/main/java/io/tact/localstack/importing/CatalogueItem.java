package io.tact.localstack.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tact.localstack.importing.goods.SoldGoods;
import io.tact.localstack.world.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as the catalogue feed wants it.
 *
 * @param variantGroup the same for all colours of one thing; null for a thing without variants
 */
record CatalogueItem(
        String id,
        String title,
        String productType,
        String category,
        BigDecimal price,
        String currency,
        @Nullable String variantGroup,
        Map<String, String> attributes,
        boolean consumable,
        boolean available) {
    static final String EURO = "EUR";

    /** Online Retail is a shop in the United Kingdom. */
    static final String STERLING = "GBP";

    private static final int MOST_DECIMALS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    static CatalogueItem of(Product product) {
        return new CatalogueItem(
                product.id(),
                product.title(),
                product.kind().name(),
                product.kind().category(),
                product.price(),
                EURO,
                product.variantGroup(),
                Map.of(product.variant().attribute(), product.variant().name()),
                product.kind().consumable(),
                product.available());
    }

    static CatalogueItem of(SoldGoods goods) {
        return new CatalogueItem(
                goods.id(),
                goods.title(),
                goods.kind(),
                goods.category(),
                withFewDecimals(goods.product().price()),
                STERLING,
                goods.variantGroup(),
                goods.colour() == null ? Map.of() : Map.of("color", goods.colour()),
                false,
                true);
    }

    private static BigDecimal withFewDecimals(BigDecimal price) {
        return price.scale() > MOST_DECIMALS
                ? price.setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                : price;
    }

    JsonNode json() {
        ObjectNode item = JSON.createObjectNode();
        item.put("itemId", id)
                .put("title", title)
                .put("productType", productType)
                .put("category", category)
                .put("image", "/pictures/" + id + ".svg")
                .put("url", "/products/" + id)
                .put("available", available)
                .put("consumable", consumable);
        item.putObject("price").put("amount", price).put("currency", currency);
        if (variantGroup != null) {
            item.put("variantGroup", variantGroup);
        }
        attributes.forEach(item.putObject("attributes")::put);
        item.putArray("sensitive");
        return item;
    }
}
