package io.tact.profile.computed;

import io.tact.profile.protection.ProtectedCategories;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of an event may be evidence for anything: no product that the catalogue or the event says is
 * of a protected category, and no event that speaks of one. So there is nothing from which a
 * definition could guess it, whatever it says.
 */
@ApplicationScoped
class Evidence {
    private static final int LONGEST = 200;

    private final ProtectedCategories categories = ProtectedCategories.shipped();

    /**
     * @param products as they were accepted
     * @param items what the catalogue says of them, by id
     * @return the fields with their products; empty for an event that is no evidence
     */
    Optional<Map<String, Object>> of(
            Map<String, Object> fields, JsonArray products, JsonObject items) {
        List<Object> usable = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            JsonObject product = products.getJsonObject(i).copy();
            JsonObject item = items.getJsonObject(product.getString("productId"), new JsonObject());
            if (!isProtected(item)) {
                usable.add(
                        Plain.of(
                                product.mergeIn(
                                        new JsonObject()
                                                .put(
                                                        "productType",
                                                        item.getString("productType", ""))
                                                .put("category", item.getString("category", "")))));
            }
        }
        boolean isOnlyOfProtected = usable.isEmpty() && !products.isEmpty();
        if (isOnlyOfProtected || speaksOfProtected(fields)) {
            return Optional.empty();
        }
        var evidence = new HashMap<>(fields);
        evidence.put("products", usable);
        return Optional.of(evidence);
    }

    private boolean isProtected(JsonObject item) {
        return !item.getJsonArray("sensitive", new JsonArray()).isEmpty()
                || categories.ofCategory(item.getString("category", "")).isPresent()
                || categories.ofCategory(item.getString("productType", "")).isPresent();
    }

    /** In any text that is short enough to be a name, or in the name of a field. */
    private boolean speaksOfProtected(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .anyMatch(
                            field ->
                                    speaksOfProtected(field.getKey())
                                            || speaksOfProtected(field.getValue()));
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(this::speaksOfProtected);
        }
        return value instanceof String text
                && text.length() <= LONGEST
                && categories.ofText(text).isPresent();
    }
}
