package io.tact.profile.reading;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** Who read what of whom, for what: a row for each hour in which a client did. */
@ApplicationScoped
public class ReadLog {
    private static final String ADD =
            """
            insert into profile_read (identity_key, hour, client, purpose, first_at, last_at, reads, shown, withheld)
            select identity_key, date_trunc('hour', now()), client, purpose, now(), now(), reads, shown, withheld
            from jsonb_to_recordset($1::text::jsonb)
                as read(identity_key text, client text, purpose text, reads bigint, shown text[], withheld boolean)
            order by identity_key, client, purpose
            on conflict (identity_key, hour, client, purpose) do update
            set last_at = excluded.last_at, reads = profile_read.reads + excluded.reads, withheld = profile_read.withheld or excluded.withheld,
                shown = case when excluded.shown <@ profile_read.shown then profile_read.shown
                             else array(select unnest(profile_read.shown) union select unnest(excluded.shown) order by 1) end""";

    private static final String OF =
            """
            select client, purpose, first_at, last_at, reads, shown, withheld
            from profile_read where identity_key = any($1)
            order by hour desc, last_at desc, client, purpose limit $2""";

    private static final String FORGET =
            "delete from profile_read where hour < now() - make_interval(secs => $1)";

    private final Pool pool;
    private final Together<Added> adding = new Together<>(this::write);

    ReadLog(Pool pool) {
        this.pool = pool;
    }

    /** Under the foremost identity: who holds the browser does not see what the account did. */
    public Uni<Void> add(IdentityKey of, Read read) {
        return adding.add(new Added(of, read));
    }

    private Uni<?> write(List<Added> added) {
        return pool.preparedQuery(ADD).execute(Tuple.of(ReadRow.of(added).encode()));
    }

    /** The latest. */
    public Uni<List<Reads>> of(Collection<IdentityKey> keys, int atMost) {
        return pool.preparedQuery(OF)
                .execute(
                        Tuple.of(
                                keys.stream().map(IdentityKey::value).toArray(String[]::new),
                                atMost))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Reads::of)
                                        .toList());
    }

    Uni<Integer> forgetOlderThan(Duration age) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(rows -> rows.rowCount());
    }

    /**
     * @param shown the names of the values that it was shown
     * @param withheld there was more that it was not shown
     */
    public record Read(
            String client, Purpose purpose, Collection<String> shown, boolean withheld) {}

    record Added(IdentityKey of, Read read) {}

    /**
     * What a client read within an hour.
     *
     * @param reads how often
     */
    public record Reads(
            String client,
            String purpose,
            Instant firstAt,
            Instant lastAt,
            long reads,
            List<String> shown,
            boolean withheld) {
        static Reads of(Row row) {
            return new Reads(
                    row.getString("client"),
                    row.getString("purpose"),
                    row.getOffsetDateTime("first_at").toInstant(),
                    row.getOffsetDateTime("last_at").toInstant(),
                    row.getLong("reads"),
                    List.of(row.getArrayOfStrings("shown")),
                    row.getBoolean("withheld"));
        }
    }
}
