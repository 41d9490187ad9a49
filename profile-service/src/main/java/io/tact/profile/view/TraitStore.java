package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.keeping.Retention;
import io.tact.profile.keeping.RetentionConfig;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.ValueClass;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What was recorded about identities. */
@ApplicationScoped
class TraitStore {
    private static final String OF =
            """
            select identity_key, name, class, value::text as value, purposes, source, message_id, event_id, at, expires_at
            from trait where identity_key = any($1) and (expires_at is null or expires_at > $2)
            order by name, identity_key, class""";

    private final Pool pool;
    private final Retention retention;

    @Inject
    TraitStore(Pool pool, RetentionConfig config) {
        this(pool, config.retention());
    }

    TraitStore(Pool pool, Retention retention) {
        this.pool = pool;
        this.retention = retention;
    }

    /** Without what has ended by now, and for the purposes that have not. */
    Uni<List<KnownTrait>> of(Collection<IdentityKey> keys, Instant now) {
        return of(pool, keys, now);
    }

    Uni<List<KnownTrait>> of(SqlClient client, Collection<IdentityKey> keys, Instant now) {
        return client.preparedQuery(OF)
                .execute(
                        Tuple.of(
                                keys.stream().map(IdentityKey::value).toArray(String[]::new),
                                now.atOffset(ZoneOffset.UTC)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .flatMap(row -> kept(trait(row), now))
                                        .toList());
    }

    private Stream<KnownTrait> kept(KnownTrait trait, Instant now) {
        Set<Purpose> left = retention.left(trait.purposes(), trait.at(), now);
        return left.isEmpty() ? Stream.empty() : Stream.of(trait.servingOnly(left));
    }

    private static KnownTrait trait(Row row) {
        OffsetDateTime end = row.getOffsetDateTime("expires_at");
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
                row.getString("message_id"),
                row.getString("event_id"),
                end == null ? null : end.toInstant());
    }
}
