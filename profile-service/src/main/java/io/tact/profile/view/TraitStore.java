package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.ValueClass;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What was recorded about identities. */
@ApplicationScoped
class TraitStore {
    private static final String OF =
            """
            select identity_key, name, class, value::text as value, purposes, source, message_id, at
            from trait where identity_key = any($1)
            order by name, identity_key, class""";

    private final Pool pool;

    TraitStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<KnownTrait>> of(Collection<IdentityKey> keys) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(keys.stream().map(IdentityKey::value).toArray(String[]::new)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(TraitStore::trait)
                                        .toList());
    }

    private static KnownTrait trait(Row row) {
        return new KnownTrait(
                row.getString("name"),
                row.getString("value"),
                ValueClass.ofWire(row.getString("class")),
                new IdentityKey(row.getString("identity_key")),
                Arrays.stream(row.getArrayOfStrings("purposes"))
                        .map(Purpose::new)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("source"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("message_id"));
    }
}
