package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.profile.event.LineItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of Segment's e-commerce spec that others may read. */
final class Commerce {
    private static final int MOST_PRODUCTS = 1_000;
    private static final int LONGEST_ID = 200;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private Commerce() {}

    /** From {@code products[].product_id}, or {@code product_id} of the event itself. */
    static List<LineItem> products(JsonNode properties) {
        JsonNode listed = properties.path("products");
        var products = new ArrayList<LineItem>();
        for (JsonNode one : listed.isArray() ? listed : List.of(properties)) {
            if (products.size() < MOST_PRODUCTS) {
                product(one).ifPresent(products::add);
            }
        }
        return List.copyOf(products);
    }

    static Optional<String> orderId(JsonNode properties) {
        return id(properties, "order_id");
    }

    private static Optional<LineItem> product(JsonNode stated) {
        return id(stated, "product_id")
                .map(id -> new LineItem(id, quantity(stated), number(stated, "price")));
    }

    private static Optional<String> id(JsonNode object, String name) {
        return Fields.text(object, name).filter(id -> id.length() <= LONGEST_ID);
    }

    private static int quantity(JsonNode stated) {
        BigDecimal quantity = number(stated, "quantity");
        return quantity == null ? 1 : quantity.intValue();
    }

    private static @Nullable BigDecimal number(JsonNode object, String name) {
        try {
            return Fields.text(object, name)
                    .map(BigDecimal::new)
                    .filter(number -> number.abs().compareTo(MOST) <= 0 && number.scale() <= 12)
                    .orElse(null);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
