package io.tact.recommendation.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.recommendation.catalogue.CatalogueEntry;
import io.tact.recommendation.catalogue.ItemDocument;
import io.tact.recommendation.catalogue.KnownItems;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;

/** {@code catalogue.item.v1}: the shop's products, published by this service itself. */
@Singleton
final class CatalogueTopic implements Topic {
    private final KnownItems items;
    private final ObjectMapper json;

    CatalogueTopic(KnownItems items, ObjectMapper json) {
        this.items = items;
        this.json = json;
    }

    @Override
    public String name() {
        return "catalogue.item.v1";
    }

    @Override
    public void read(String key, byte[] value, Instant recordedAt) throws IOException {
        JsonNode message = json.readTree(value);
        var item = json.treeToValue(message, ItemDocument.class).item();
        if (!item.id().equals(key)) {
            throw new IllegalArgumentException("The key is not the item's id");
        }
        items.put(new CatalogueEntry(item, message.path("version").asLong()));
    }

    @Override
    public void remove(String key) {
        items.remove(key);
    }

    /** An item that cannot be read is not shown. */
    @Override
    public void refuse(String key) {
        items.remove(key);
    }
}
