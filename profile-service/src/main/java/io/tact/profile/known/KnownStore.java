package io.tact.profile.known;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.keeping.Retention;
import io.tact.profile.keeping.RetentionConfig;
import io.tact.profile.known.KnownAboutMe.KnownAside;
import io.tact.profile.known.KnownAboutMe.KnownEvent;
import io.tact.profile.known.KnownAboutMe.KnownSkip;
import io.tact.profile.source.Ground;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What is known of some identities besides their links and values. */
@ApplicationScoped
class KnownStore {
    private static final String EVENTS =
            """
            select type, name, at, received_at, source, ground, purposes, order_id, products::text as products,
                properties::text as properties, said::text as said
            from event where identity_key = any($1)
            order by at desc, event_id limit $2""";

    private static final String ASIDES =
            """
            select name, value::text as value, purpose, source, at, expires_at from answer_about_other
            where identity_key = any($1) and expires_at > $2 order by name, at desc""";

    private static final String SKIPS =
            """
            select name, at, until from question_skip
            where identity_key = any($1) and until > $2 order by name, at desc""";

    private final Pool pool;
    private final Retention retention;

    @Inject
    KnownStore(Pool pool, RetentionConfig config) {
        this(pool, config.retention());
    }

    KnownStore(Pool pool, Retention retention) {
        this.pool = pool;
        this.retention = retention;
    }

    /** The latest, whatever they are used for by now. */
    Uni<List<KnownEvent>> events(Collection<IdentityKey> keys, int atMost, Instant now) {
        return query(EVENTS, Tuple.of(texts(keys), atMost), row -> event(row, now));
    }

    /** Without what has ended by now. */
    Uni<List<KnownAside>> asides(Collection<IdentityKey> keys, Instant now) {
        return query(ASIDES, Tuple.of(texts(keys), now.atOffset(UTC)), KnownStore::aside);
    }

    /** Without what has ended by now. */
    Uni<List<KnownSkip>> skips(Collection<IdentityKey> keys, Instant now) {
        return query(SKIPS, Tuple.of(texts(keys), now.atOffset(UTC)), KnownStore::skip);
    }

    private <T> Uni<List<T>> query(String sql, Tuple parameters, Function<Row, T> mapping) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(mapping).toList());
    }

    private KnownEvent event(Row row, Instant now) {
        Instant at = row.getOffsetDateTime("at").toInstant();
        List<Purpose> purposes =
                Arrays.stream(row.getArrayOfStrings("purposes"))
                        .map(Purpose::new)
                        .filter(purpose -> retention.serves(purpose, at, now))
                        .toList();
        Map<String, Instant> usedUntil = retention.ends(purposes, at);
        Instant ofContract = retention.contractUntil(at);
        if (row.getString("ground").equals(Ground.CONTRACT.wire()) && ofContract.isAfter(now)) {
            usedUntil.put(Ground.CONTRACT.wire(), ofContract);
        }
        return new KnownEvent(
                row.getString("type"),
                row.getString("name"),
                at,
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("source"),
                row.getString("ground"),
                purposes.stream().map(Purpose::name).toList(),
                row.getString("order_id"),
                row.getString("products"),
                row.getString("properties"),
                row.getString("said"),
                usedUntil);
    }

    private static KnownAside aside(Row row) {
        return new KnownAside(
                row.getString("name"),
                row.getString("value"),
                row.getString("purpose"),
                row.getString("source"),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static KnownSkip skip(Row row) {
        return new KnownSkip(
                row.getString("name"),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("until").toInstant());
    }

    private static String[] texts(Collection<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::value).toArray(String[]::new);
    }
}
