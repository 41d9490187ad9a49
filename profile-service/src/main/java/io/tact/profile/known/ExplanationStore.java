package io.tact.profile.known;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.identity.LinkReasons;
import io.tact.profile.identity.Neighbourhood;
import io.tact.profile.known.Explanation.KnownIdentity;
import io.tact.profile.known.Explanation.KnownLink;
import io.tact.profile.linking.EdgeRow;
import io.tact.profile.linking.GraphReads;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the graph of identities knows of some, and why. */
@ApplicationScoped
class ExplanationStore {
    private static final String IDENTITIES =
            """
            select identity_key, type, first_seen_at,
                exists (select from identity o where o.person = i.person and o.identity_key <> i.identity_key) as linked
            from identity i where identity_key = any($1) order by type, identity_key""";

    private static final String LINKS =
            """
            select left_key, left_type, right_key, right_type,
                case when left_key = any($1) then right_type else left_type end as type,
                (select json_agg(json_build_object('key', s.key, 'consent', s.consent) order by s.key)
                 from (values (left_key, left_consent), (right_key, right_consent)) as s(key, consent)
                 where s.key = any($1))::text as sides,
                certainty(confirmed_at, by_alias, unless_key) as certainty, confirmed_at is null as unconfirmed,
                permitted, across_devices, judged_at, coalesce(confirmed_at, claimed_at) as since,
                (select count(distinct i.person) = 1 from identity i where i.identity_key in (left_key, right_key)) as joined,
                (select json_agg(json_build_object('rule', v.rule, 'source', v.source, 'event', v.event_id,
                        'at', utc(v.at)) order by v.at, v.rule)
                 from edge_evidence v where (v.left_key, v.right_key) = (e.left_key, e.right_key))::text as evidence
            from edge e where left_key = any($1) or right_key = any($1)
            order by since desc, left_key, right_key limit 200""";

    private final Pool pool;

    ExplanationStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Neighbourhood> around(Collection<IdentityKey> keys) {
        return GraphReads.around(pool, keys);
    }

    Uni<List<KnownIdentity>> identities(Collection<IdentityKey> keys, Neighbourhood graph) {
        Set<IdentityKey> shared = graph.shared();
        return pool.preparedQuery(IDENTITIES)
                .execute(texts(keys))
                .map(rows -> EdgeRow.all(rows, row -> identity(row, shared)));
    }

    Uni<List<KnownLink>> links(Collection<IdentityKey> keys, Neighbourhood graph) {
        var reasons = new LinkReasons(graph);
        return pool.preparedQuery(LINKS)
                .execute(texts(keys))
                .map(rows -> EdgeRow.all(rows, row -> link(row, reasons)));
    }

    private static KnownIdentity identity(Row row, Set<IdentityKey> shared) {
        String key = row.getString("identity_key");
        return new KnownIdentity(
                row.getString("type"),
                key,
                row.getBoolean("linked"),
                shared.contains(new IdentityKey(key)),
                row.getOffsetDateTime("first_seen_at").toInstant());
    }

    private static KnownLink link(Row row, LinkReasons reasons) {
        boolean joined = row.getBoolean("joined");
        return new KnownLink(
                row.getString("type"),
                row.getString("sides"),
                row.getString("certainty"),
                row.getBoolean("permitted"),
                row.getBoolean("across_devices"),
                instant(row.getOffsetDateTime("judged_at")),
                joined,
                reasons.of(EdgeRow.edge(row), row.getBoolean("unconfirmed"), joined).wire(),
                row.getOffsetDateTime("since").toInstant(),
                row.getString("evidence"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Tuple texts(Collection<IdentityKey> keys) {
        return Tuple.of((Object) keys.stream().map(IdentityKey::value).toArray(String[]::new));
    }
}
