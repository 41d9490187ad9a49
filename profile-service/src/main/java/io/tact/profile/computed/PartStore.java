package io.tact.profile.computed;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.computed.SeenEvents.Due;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** What was taken of events, by identity and day. */
@ApplicationScoped
class PartStore {
    private static final String FORGET_DAYS =
            """
            delete from computed_part c using unnest($1::text[], $2::date[]) as due(identity_key, day)
            where c.identity_key = due.identity_key and c.day = due.day""";

    private static final String FORGET_IDENTITIES =
            "delete from computed_part where identity_key = any($1) and definition = $2";

    private static final String ADD =
            """
            insert into computed_part (identity_key, definition, part, day, since, taken)
            select p.identity, p.definition, p.part, p.day, p.since, p.taken
            from jsonb_to_recordset($1::text::jsonb) as p(identity text, definition bigint, part text, day date, since timestamptz, taken jsonb)""";

    private static final String OF =
            """
            select identity_key, definition, part, day, since, taken::text as taken from computed_part
            where identity_key = any($1) and definition = any($2)""";

    Uni<Void> forget(SqlClient client, Collection<Due> due) {
        return client.preparedQuery(FORGET_DAYS)
                .execute(
                        Tuple.of(
                                due.stream()
                                        .map(one -> one.identity().value())
                                        .toArray(String[]::new),
                                due.stream().map(Due::day).toArray(LocalDate[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> forget(SqlClient client, Collection<String> identities, long definition) {
        return client.preparedQuery(FORGET_IDENTITIES)
                .execute(Tuple.of(identities.toArray(String[]::new), definition))
                .replaceWithVoid();
    }

    Uni<Void> add(SqlClient client, List<Kept> parts) {
        var rows = new JsonArray();
        parts.forEach(part -> rows.add(part.row()));
        return parts.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(ADD).execute(Tuple.of(rows.encode())).replaceWithVoid();
    }

    /** Of these identities and definitions. */
    Uni<List<Found>> of(
            SqlClient client, Collection<IdentityKey> identities, Collection<Long> definitions) {
        return client.preparedQuery(OF)
                .execute(
                        Tuple.of(
                                identities.stream().map(IdentityKey::value).toArray(String[]::new),
                                definitions.toArray(Long[]::new)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Found::of)
                                        .toList());
    }

    /**
     * @param since the time of the earliest event of that day
     */
    record Kept(
            IdentityKey identity,
            long definition,
            String name,
            LocalDate day,
            Instant since,
            Part part) {
        JsonObject row() {
            return new JsonObject()
                    .put("identity", identity.value())
                    .put("definition", definition)
                    .put("part", name)
                    .put("day", day.toString())
                    .put("since", since.toString())
                    .put("taken", PartRow.write(part));
        }
    }

    /**
     * @param since no event that was looked at is older
     */
    record Found(
            IdentityKey identity,
            long definition,
            String name,
            LocalDate day,
            Instant since,
            JsonObject taken) {
        static Found of(Row row) {
            return new Found(
                    new IdentityKey(row.getString("identity_key")),
                    row.getLong("definition"),
                    row.getString("part"),
                    row.getLocalDate("day"),
                    row.getOffsetDateTime("since").toInstant(),
                    new JsonObject(row.getString("taken")));
        }
    }
}
