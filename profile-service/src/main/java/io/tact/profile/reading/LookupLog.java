package io.tact.profile.reading;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** Who of the staff looked whom up, when and why. Rows are added and never changed. */
@ApplicationScoped
public class LookupLog {
    private static final String ADD =
            "insert into staff_lookup (identity_key, staff, reason) select key, $2, $3 from unnest($1::text[]) as key";

    private static final String OF =
            """
            select identity_key, at, staff, reason from staff_lookup
            where identity_key = any($1) order by at desc, id desc limit $2""";

    private static final String LATEST =
            "select identity_key, at, staff, reason from staff_lookup order by at desc, id desc limit $1";

    private static final String FORGET =
            "delete from staff_lookup where at < now() - make_interval(secs => $1)";

    private final Pool pool;

    LookupLog(Pool pool) {
        this.pool = pool;
    }

    /** On disk when this is done. */
    public Uni<Void> add(IdentityKey staff, Collection<IdentityKey> whom, String reason) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(texts(whom), staff.value(), reason))
                .replaceWithVoid();
    }

    /** The latest first. */
    public Uni<List<Lookup>> of(Collection<IdentityKey> whom, int atMost) {
        return pool.preparedQuery(OF).execute(Tuple.of(texts(whom), atMost)).map(LookupLog::all);
    }

    /** Of everybody, the latest first. */
    public Uni<List<Lookup>> latest(int atMost) {
        return pool.preparedQuery(LATEST).execute(Tuple.of(atMost)).map(LookupLog::all);
    }

    Uni<Integer> forgetOlderThan(Duration age) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(RowSet::rowCount);
    }

    private static List<Lookup> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Lookup::of).toList();
    }

    private static String[] texts(Collection<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::value).toArray(String[]::new);
    }

    /**
     * @param staff who looked
     */
    public record Lookup(Instant at, IdentityKey staff, IdentityKey whom, String reason) {
        static Lookup of(Row row) {
            return new Lookup(
                    row.getOffsetDateTime("at").toInstant(),
                    new IdentityKey(row.getString("staff")),
                    new IdentityKey(row.getString("identity_key")),
                    row.getString("reason"));
        }

        /** Without the reason, which may tell of somebody. */
        @Override
        public String toString() {
            return staff + " looked up " + whom;
        }
    }
}
