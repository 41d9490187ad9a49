package io.tact.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What recommendation-service put on a shelf. */
record Shelf(String rung, List<Item> items, String body) {
    record Item(String itemId, String productType, String reason, String sentence) {}

    static Shelf of(Answer answer) {
        JsonNode json = answer.json();
        List<Item> items =
                StreamSupport.stream(json.get("items").spliterator(), false)
                        .map(
                                item ->
                                        new Item(
                                                item.get("itemId").asText(),
                                                item.path("productType").asText(),
                                                item.get("reason").asText(),
                                                item.path("sentence").asText()))
                        .toList();
        return new Shelf(json.get("rung").asText(), items, answer.body());
    }

    Set<String> kinds() {
        return items.stream().map(Item::productType).collect(Collectors.toSet());
    }

    Set<String> reasons() {
        return items.stream().map(Item::reason).collect(Collectors.toSet());
    }

    List<String> itemIds() {
        return items.stream().map(Item::itemId).toList();
    }
}
