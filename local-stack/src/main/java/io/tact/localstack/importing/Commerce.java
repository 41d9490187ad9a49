package io.tact.localstack.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tact.localstack.importing.goods.ItemIds;
import io.tact.localstack.importing.history.OrderLine;
import io.tact.localstack.world.Visit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Segment track calls, in the words of its e-commerce specification. */
final class Commerce {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Commerce() {}

    static JsonNode viewed(Visit visit, Visit.View view) {
        ObjectNode event = track("Product Viewed", view.messageId(), view.at());
        event.put("anonymousId", visit.shopper().anonymousId());
        event.putObject("properties").put("product_id", view.product().id());
        ObjectNode context = event.putObject("context");
        context.put("sessionId", visit.id());
        context.putObject("consent")
                .putObject("categoryPreferences")
                .put("experience", true)
                .put("measurement", true);
        return event;
    }

    static JsonNode ordered(Visit visit, Visit.Order order) {
        ObjectNode event = track("Order Completed", order.messageId(), order.at());
        identify(event, visit.shopper().userId(), visit.shopper().anonymousId());
        ArrayNode products = order(event, order.orderId(), CatalogueItem.EURO);
        order.lines()
                .forEach(
                        line ->
                                add(
                                        products,
                                        line.product().id(),
                                        line.quantity(),
                                        line.product().price()));
        return event;
    }

    /**
     * @param messageId differs for the parts of one order
     * @param customer empty if not known
     */
    static JsonNode ordered(
            String messageId, String orderId, String customer, Instant at, List<OrderLine> lines) {
        ObjectNode event = track("Order Completed", messageId, at);
        identify(
                event,
                customer.isEmpty() ? null : customer,
                customer.isEmpty() ? "order-" + orderId : null);
        ArrayNode products = order(event, orderId, CatalogueItem.STERLING);
        lines.forEach(
                line -> add(products, ItemIds.of(line.stockCode()), line.quantity(), line.price()));
        return event;
    }

    private static ObjectNode track(String name, String messageId, Instant at) {
        return JSON.createObjectNode()
                .put("type", "track")
                .put("event", name)
                .put("messageId", messageId)
                .put("timestamp", at.toString());
    }

    private static void identify(
            ObjectNode event, @Nullable String userId, @Nullable String anonymousId) {
        if (userId != null) {
            event.put("userId", userId);
        }
        if (anonymousId != null) {
            event.put("anonymousId", anonymousId);
        }
    }

    private static ArrayNode order(ObjectNode event, String orderId, String currency) {
        return event.putObject("properties")
                .put("order_id", orderId)
                .put("currency", currency)
                .putArray("products");
    }

    private static void add(ArrayNode products, String item, int quantity, BigDecimal price) {
        products.addObject().put("product_id", item).put("quantity", quantity).put("price", price);
    }
}
