package io.tact.consent.staff;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.Answer;
import io.tact.consent.client.Purpose;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** How many people said what. */
@ApplicationScoped
class CountStore {
    private static final String ADD =
            """
            insert into answer_count as known (hour, purpose, answer, count)
            select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::bigint[])
            order by 1, 2, 3
            on conflict (hour, purpose, answer) do update set count = known.count + excluded.count""";

    private static final String BETWEEN =
            """
            select date_trunc($3, hour, 'UTC') as since, purpose, answer, sum(count)::bigint as count
            from answer_count where hour >= $1 and hour < $2
            group by since, purpose, answer order by since, purpose, answer""";

    private final Pool database;

    CountStore(Pool database) {
        this.database = database;
    }

    Uni<Void> add(Map<Counted, Long> counts) {
        List<Counted> keys = List.copyOf(counts.keySet());
        return database.preparedQuery(ADD)
                .execute(
                        Tuple.of(
                                keys.stream()
                                        .map(key -> key.hour().atOffset(ZoneOffset.UTC))
                                        .toArray(OffsetDateTime[]::new),
                                keys.stream()
                                        .map(key -> key.purpose().name())
                                        .toArray(String[]::new),
                                keys.stream()
                                        .map(key -> key.answer().word())
                                        .toArray(String[]::new),
                                keys.stream().map(counts::get).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /**
     * @param step {@code hour} or {@code day}, of UTC
     */
    Uni<Map<Counted, Long>> between(Instant from, Instant to, String step) {
        return database.preparedQuery(BETWEEN)
                .execute(Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), step))
                .map(
                        rows -> {
                            Map<Counted, Long> counts = new LinkedHashMap<>();
                            StreamSupport.stream(rows.spliterator(), false)
                                    .forEach(
                                            row ->
                                                    counts.put(
                                                            new Counted(
                                                                    row.getOffsetDateTime("since")
                                                                            .toInstant(),
                                                                    new Purpose(
                                                                            row.getString(
                                                                                    "purpose")),
                                                                    Answer.of(
                                                                            row.getString(
                                                                                    "answer"))),
                                                            row.getLong("count")));
                            return counts;
                        });
    }
}
