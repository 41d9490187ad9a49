package io.tact.profile.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.linking.FindMine;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an erasure of the caller would delete here; changes nothing. */
@ApplicationScoped
class CountKept {
    private static final String COUNT =
            "select count_kept($1::text[])::text as kept, count_types($1::text[])::text as types";

    private final Pool pool;
    private final FindMine mine;

    CountKept(Pool pool, FindMine mine) {
        this.pool = pool;
        this.mine = mine;
    }

    Uni<Kept> of(Caller caller) {
        return mine.of(caller).chain(this::count);
    }

    private Uni<Kept> count(List<IdentityKey> keys) {
        return pool.preparedQuery(COUNT)
                .execute(
                        Tuple.of(
                                (Object)
                                        keys.stream()
                                                .map(IdentityKey::value)
                                                .toArray(String[]::new)))
                .map(rows -> rows.iterator().next())
                .map(
                        row ->
                                new Kept(
                                        counts(row.getString("types")),
                                        counts(row.getString("kept"))));
    }

    private static Map<String, Long> counts(String text) {
        return new JsonObject(text)
                .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> ((Number) entry.getValue()).longValue(),
                                        Long::sum,
                                        TreeMap::new));
    }

    /**
     * @param identities by type
     * @param rows by table
     */
    record Kept(Map<String, Long> identities, Map<String, Long> rows) {}
}
