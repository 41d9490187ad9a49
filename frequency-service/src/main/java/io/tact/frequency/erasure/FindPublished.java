package io.tact.frequency.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.erasure.Published.OutboxRow;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks in the outbox first and in the topics then: what was published in between is found twice,
 * and nothing is missed.
 */
@ApplicationScoped
class FindPublished {
    static final String IMPRESSIONS = "frequency.impression.v1";

    private static final String WAITING =
            """
            select topic, key, xid::text as xid, id from outbox
            where (topic = 'frequency.impression.v1' and payload is not null or topic = 'frequency.capped.v1')
              and split_part(key, '/', 1) = any ($1)""";

    private final Pool database;
    private final TopicKeys topics;

    FindPublished(Pool database, TopicKeys topics) {
        this.database = database;
        this.topics = topics;
    }

    /** Waits. */
    Published of(Collection<Traces> all) {
        var names = new HashSet<String>();
        all.forEach(traces -> names.addAll(traces.names()));
        var impressions = new HashSet<String>();
        var capped = new HashSet<String>();
        List<OutboxRow> rows = new ArrayList<>();
        for (Row row : waiting(names)) {
            String key = row.getString("key");
            if (row.getString("topic").equals(IMPRESSIONS)) {
                impressions.add(key);
                rows.add(new OutboxRow(key, row.getString("xid"), row.getLong("id")));
            } else {
                capped.add(key);
            }
        }
        impressions.addAll(topics.of(IMPRESSIONS, names));
        capped.addAll(topics.of(CappedStore.TOPIC, names));
        return Published.of(impressions, capped, rows);
    }

    private Iterable<Row> waiting(Set<String> names) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                database.preparedQuery(WAITING)
                                        .execute(Tuple.of((Object) names.toArray(String[]::new))))
                .await()
                .indefinitely();
    }
}
