package io.tact.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The demo world's products, as the public catalogue lists them. */
final class Catalogue {
    private final Map<String, List<String>> byKind = new java.util.TreeMap<>();

    private Catalogue() {}

    static Catalogue read(RunningSuite suite) {
        var catalogue = new Catalogue();
        String after = "";
        int read;
        do {
            JsonNode page =
                    suite.get(
                                    "recommendation-service",
                                    "/v1/catalogue/items?limit=200" + after,
                                    Map.of())
                            .json();
            read = 0;
            for (JsonNode item : page.get("items")) {
                catalogue
                        .byKind
                        .computeIfAbsent(
                                item.get("productType").asText(), kind -> new ArrayList<>())
                        .add(item.get("itemId").asText());
                after = "&after=" + item.get("itemId").asText();
                read++;
            }
        } while (read == 200);
        return catalogue;
    }

    /** Items of one kind, in a fixed order. */
    List<String> of(String kind) {
        List<String> items = byKind.getOrDefault(kind, List.of());
        if (items.isEmpty()) {
            throw new AssertionError("The demo world has no " + kind + ", only " + byKind.keySet());
        }
        return items;
    }

    int size() {
        return byKind.values().stream().mapToInt(List::size).sum();
    }
}
