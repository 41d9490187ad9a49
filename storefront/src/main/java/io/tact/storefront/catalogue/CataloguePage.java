package io.tact.storefront.catalogue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads recommendation-service's catalogue tolerantly: unknown fields do not matter, and an item
 * that cannot be sold as it stands is left out.
 */
record CataloguePage(List<Item> items, int received, Optional<String> next) {

    /** Empty when it is no page at all. */
    static Optional<CataloguePage> read(Buffer body) {
        try {
            Object json = body.toJson();
            JsonObject page = json instanceof JsonObject object ? object : new JsonObject();
            JsonArray items = json instanceof JsonArray array ? array : page.getJsonArray("items");
            if (items == null) {
                return Optional.empty();
            }
            List<Item> sold =
                    items.stream()
                            .filter(JsonObject.class::isInstance)
                            .map(JsonObject.class::cast)
                            .flatMap(item -> item(item).stream())
                            .toList();
            return Optional.of(
                    new CataloguePage(
                            sold, items.size(), Optional.ofNullable(page.getString("next"))));
        } catch (DecodeException | ClassCastException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<Item> item(Buffer body) {
        try {
            return item(body.toJsonObject());
        } catch (DecodeException | ClassCastException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Item> item(JsonObject json) {
        try {
            return Optional.of(
                    new Item(
                            json.getString("itemId", ""),
                            json.getString("title", ""),
                            json.getString("productType", ""),
                            json.getString("category", ""),
                            price(json.getJsonObject("price", new JsonObject())),
                            json.getBoolean("available", true),
                            Optional.ofNullable(json.getString("variantGroup")),
                            attributes(json.getJsonObject("attributes", new JsonObject()))));
        } catch (IllegalArgumentException | ClassCastException notSellable) {
            return Optional.empty();
        }
    }

    private static Price price(JsonObject json) {
        return new Price(
                new BigDecimal(String.valueOf(json.getValue("amount"))),
                json.getString("currency", "EUR"));
    }

    private static Map<String, String> attributes(JsonObject json) {
        Map<String, String> attributes = new LinkedHashMap<>();
        json.forEach(entry -> attributes.put(entry.getKey(), String.valueOf(entry.getValue())));
        return Collections.unmodifiableMap(attributes);
    }
}
