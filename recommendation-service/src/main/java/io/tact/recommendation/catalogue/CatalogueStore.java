package io.tact.recommendation.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The items in Postgres. */
@ApplicationScoped
class CatalogueStore {
    /** Rows in the order of their ids, so that two feeds at once cannot wait for each other. */
    private static final String SAVE =
            """
            with given as (
                select item ->> 'itemId' as item_id, item
                from jsonb_array_elements($1::text::jsonb) as item
                order by 1),
            changed as (
                insert into catalogue_item as known (item_id, item)
                select item_id, item from given
                on conflict (item_id) do update
                    set item = excluded.item, version = known.version + 1, changed_at = clock_timestamp()
                    where known.item <> excluded.item
                returning item_id)
            insert into outbox (topic, key, type, request_id)
            select 'catalogue.item.v1', item_id, 'io.tact.catalogue.item.v1', $2 from changed""";

    private final Pool database;
    private final ObjectMapper json;

    CatalogueStore(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * @return how many were new or different; only these are published
     */
    Uni<Integer> save(List<Item> items, String requestId) {
        return database.preparedQuery(SAVE)
                .execute(Tuple.of(text(items), requestId))
                .map(rows -> rows.rowCount());
    }

    private String text(List<Item> items) {
        try {
            return json.writeValueAsString(items.stream().map(ItemDocument::of).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Items are plain values", impossible);
        }
    }
}
