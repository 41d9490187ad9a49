package io.tact.storefront.order;

import io.tact.storefront.basket.BasketLine;
import io.tact.storefront.basket.Bill;
import io.tact.storefront.catalogue.Item;
import io.tact.storefront.shopper.Customer;
import io.tact.storefront.shopper.Shopper;
import io.tact.storefront.shopper.Visitor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;

/** An order as the Segment event {@code Order Completed}: its id is the message's id as well. */
record Order(String id, JsonObject event) {

    /** Somebody of whom nothing is known gets an id that is used for this order only. */
    static Order of(OrderId id, Bill bill, Shopper shopper, Instant at) {
        JsonObject event =
                new JsonObject()
                        .put("type", "track")
                        .put("event", "Order Completed")
                        .put("messageId", id.value())
                        .put("timestamp", at.toString())
                        .put(
                                "anonymousId",
                                shopper.visitor()
                                        .map(Visitor::anonymousId)
                                        .orElseGet(() -> OrderId.draw().value()))
                        .put("properties", properties(id, bill));
        shopper.customer().map(Customer::userId).ifPresent(userId -> event.put("userId", userId));
        return new Order(id.value(), event);
    }

    static Order of(JsonObject event) {
        return new Order(event.getString("messageId", ""), event);
    }

    private static JsonObject properties(OrderId id, Bill bill) {
        JsonObject properties = new JsonObject().put("order_id", id.value());
        bill.total()
                .ifPresent(
                        total ->
                                properties
                                        .put("total", number(total.amount()))
                                        .put("currency", total.currency()));
        JsonArray products = new JsonArray();
        bill.lines().forEach(line -> products.add(product(line)));
        return properties.put("products", products);
    }

    private static JsonObject product(BasketLine line) {
        Item item = line.item();
        return new JsonObject()
                .put("product_id", item.itemId())
                .put("name", item.title())
                .put("category", item.category())
                .put("price", number(item.price().amount()))
                .put("quantity", line.quantity());
    }

    private static double number(BigDecimal amount) {
        return amount.doubleValue();
    }

    @Override
    public String toString() {
        return "Order[" + id + "]";
    }
}
