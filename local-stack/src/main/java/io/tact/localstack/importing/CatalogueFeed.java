package io.tact.localstack.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tact.localstack.importing.sending.StaffApi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Hands the shop's catalogue to recommendation-service. */
final class CatalogueFeed {
    private static final int AT_A_TIME = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StaffApi recommendation;

    CatalogueFeed(StaffApi recommendation) {
        this.recommendation = recommendation;
    }

    /**
     * @param delivered is told how many items were taken
     * @return the items that were not, each with its reason
     */
    List<String> put(List<CatalogueItem> items, IntConsumer delivered) throws InterruptedException {
        List<String> rejected = new ArrayList<>();
        for (int from = 0; from < items.size(); from += AT_A_TIME) {
            List<CatalogueItem> batch =
                    items.subList(from, Math.min(from + AT_A_TIME, items.size()));
            ArrayNode body = JSON.createArrayNode();
            batch.forEach(item -> body.add(item.json()));
            JsonNode bad = recommendation.put("/v1/catalogue/items", body).path("rejected");
            for (JsonNode one : bad) {
                rejected.add(one.path("itemId").asText() + ": " + one.path("reason").asText());
            }
            delivered.accept(batch.size() - bad.size());
        }
        return rejected;
    }
}
