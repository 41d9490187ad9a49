package io.tact.profile.limit;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.limit.Limit;
import io.tact.profile.identity.NamedIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** The limits of identities: one statement each, which is one transaction. */
@ApplicationScoped
class LimitStore {
    private static final String OF =
            "select identity_key, restricted, objected, version, at from privacy_limit where identity_key = any($1)";
    private static final String CHANGE =
            "select identity_key, restricted, objected, version, at from limit_use($1::text::jsonb, $2, $3, $4, $5)";

    private final Pool pool;

    LimitStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Limited>> of(Collection<IdentityKey> keys) {
        return of(pool, keys);
    }

    Uni<List<Limited>> of(SqlClient client, Collection<IdentityKey> keys) {
        return client.preparedQuery(OF)
                .execute(Tuple.of(keys.stream().map(IdentityKey::value).toArray(String[]::new)))
                .map(LimitStore::all);
    }

    /**
     * @return all whom it changed
     */
    Uni<List<Limited>> change(
            List<NamedIdentity> proven, Change change, Instant now, String requestId) {
        var named = new JsonArray();
        proven.forEach(
                identity ->
                        named.add(
                                new JsonObject()
                                        .put("key", identity.key().value())
                                        .put("type", identity.type().wire())));
        return pool.preparedQuery(CHANGE)
                .execute(
                        Tuple.of(
                                named.encode(),
                                change.restricted(),
                                change.objected(),
                                now.atOffset(UTC),
                                requestId))
                .map(LimitStore::all);
    }

    private static List<Limited> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Limited::of).toList();
    }

    record Limited(IdentityKey key, Limit limit, Instant at) {
        static Limited of(Row row) {
            return new Limited(
                    new IdentityKey(row.getString("identity_key")),
                    new Limit(
                            row.getLong("version"),
                            row.getBoolean("restricted"),
                            row.getBoolean("objected")),
                    row.getOffsetDateTime("at").toInstant());
        }
    }
}
