package io.tact.frequency.settlement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.capped.Exhausted;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settles impressions of persons, each with its news in the outbox. */
@ApplicationScoped
class ImpressionStore {
    /**
     * One statement: what the caps keep closed from now on is published with the confirmation;
     * never by rules that are no longer in force, as nobody would take it back. And only in the row
     * where it stands now: one that the identity has left keeps a copy, in which nobody would look.
     */
    private static final String CONFIRM =
            """
            with confirmed as (
                update person_log set pending = nullif(array_remove(pending, $2::bigint), '{}')
                where key = $1 and generation = $11 and $2::bigint = any (pending)
                returning key),
            told as (
                insert into outbox (topic, key, type, payload, request_id)
                select 'frequency.impression.v1', $3, 'io.tact.frequency.impression.v1', $4::json, $5 from confirmed),
            changed as (
                insert into capped (person, label, name, reason, rule, until)
                select confirmed.key, c.label, $6, 'cap', c.rule, c.until
                from confirmed cross join unnest($7::text[], $8::text[], $9::bigint[]) as c (label, rule, until)
                where (select version from registry) = $10::bigint
                order by c.label
                on conflict (person, label) do update set rule = excluded.rule, until = excluded.until
                where capped.reason = 'cap' and capped.until is distinct from excluded.until
                returning name, label),
            announced as (
                insert into outbox (topic, key, type, request_id)
                select 'frequency.capped.v1', name || '/' || label, 'io.tact.frequency.capped.v1', $5 from changed)
            select count(*) from confirmed""";

    private static final String TELL =
            """
            insert into outbox (topic, key, type, payload, request_id)
            values ('frequency.impression.v1', $1, 'io.tact.frequency.impression.v1', $2::json, $3)""";

    /** Not of an impression that an erasure has taken, or a move, since it was found. */
    private static final String TELL_WHILE_IT_STANDS =
            """
            insert into outbox (topic, key, type, payload, request_id)
            select 'frequency.impression.v1', $1, 'io.tact.frequency.impression.v1', $2::json, $3
            from (select from person_log where key = $4 and generation = $5 and $6::bigint = any (ids) for key share) as held""";

    private final ObjectMapper json;

    ImpressionStore(ObjectMapper json) {
        this.json = json;
    }

    /** Whether it was still waiting. */
    Uni<Boolean> confirm(
            SqlClient database,
            PersonReservation reservation,
            ImpressionEvent event,
            List<Exhausted> exhausted,
            String request) {
        return database.preparedQuery(CONFIRM)
                .execute(
                        Tuple.tuple()
                                .addUUID(reservation.home().key())
                                .addLong(reservation.entry().id())
                                .addString(reservation.topicKey())
                                .addValue(payload(event))
                                .addString(request)
                                .addString(reservation.home().person())
                                .addArrayOfString(
                                        exhausted.stream()
                                                .map(one -> one.label().value())
                                                .toArray(String[]::new))
                                .addArrayOfString(
                                        exhausted.stream()
                                                .map(Exhausted::rule)
                                                .toArray(String[]::new))
                                .addArrayOfLong(
                                        exhausted.stream()
                                                .map(Exhausted::boxedUntil)
                                                .toArray(Long[]::new))
                                .addLong(reservation.rulebook().version())
                                .addInteger(reservation.home().generation()))
                .map(rows -> rows.iterator().next().getLong(0) == 1);
    }

    Uni<Void> tell(
            SqlClient database,
            PersonReservation reservation,
            ImpressionEvent event,
            @Nullable String request) {
        return database.preparedQuery(TELL)
                .execute(Tuple.of(reservation.topicKey(), payload(event), request))
                .replaceWithVoid();
    }

    /** Whether it still stood there. */
    Uni<Boolean> tellWhileItStands(
            SqlClient database,
            PersonReservation reservation,
            ImpressionEvent event,
            String request) {
        return database.preparedQuery(TELL_WHILE_IT_STANDS)
                .execute(
                        Tuple.of(
                                reservation.topicKey(),
                                payload(event),
                                request,
                                reservation.home().key(),
                                reservation.home().generation(),
                                reservation.entry().id()))
                .map(rows -> rows.rowCount() == 1);
    }

    private JsonObject payload(ImpressionEvent event) {
        try {
            return new JsonObject(json.writeValueAsString(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings and numbers are JSON", impossible);
        }
    }
}
