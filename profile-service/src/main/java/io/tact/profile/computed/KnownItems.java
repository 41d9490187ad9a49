package io.tact.profile.computed;

import io.smallrye.mutiny.Uni;
import io.tact.profile.computed.ProtectedDefinition.Reason;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The shop's products, as far as definitions ask about them. */
@ApplicationScoped
class KnownItems {
    /**
     * A later version wins. What becomes protected, or is no more, makes the days due on which it
     * was seen.
     */
    private static final String FOLLOW =
            """
            with known as (
                select sensitive, product_type, category from known_item where item_id = $1
            ), followed as (
                insert into known_item (item_id, product_type, category, sensitive, version) values ($1, $2, $3, $4, $5)
                on conflict (item_id) do update
                set product_type = excluded.product_type, category = excluded.category, sensitive = excluded.sensitive,
                    version = excluded.version
                where known_item.version < excluded.version
                returning item_id
            )
            insert into computed_due (identity_key, day)
            select distinct e.identity_key, (e.at at time zone 'UTC')::date
            from followed, event e
            where exists (select from definition where retired_at is null)
                and (select (sensitive, product_type, category) from known) is distinct from ($4::text[], $2::text, $3::text)
                and e.products @> jsonb_build_array(jsonb_build_object('productId', $1::text))""";

    private static final String PROTECTED =
            "select sensitive[1] as category from known_item where item_id = any($1) and sensitive <> '{}' limit 1";

    private final Pool pool;

    KnownItems(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> follow(
            String id, String productType, String category, String[] sensitive, long version) {
        return pool.preparedQuery(FOLLOW)
                .execute(Tuple.of(id, productType, category, sensitive, version))
                .replaceWithVoid();
    }

    /** Why something that names these may not be: one is a product of a protected category. */
    Uni<Optional<Reason>> protectedAmong(Collection<String> words) {
        return pool.preparedQuery(PROTECTED)
                .execute(Tuple.of(words.toArray(String[]::new)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getString("category"))
                                        .map(category -> new Reason(category, "an item"))
                                        .findFirst());
    }
}
