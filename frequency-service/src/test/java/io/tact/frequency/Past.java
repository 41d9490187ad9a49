package io.tact.frequency;

import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.person.RowKey;
import io.tact.frequency.reservation.ReservationId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/**
 * Lets time go by for one person, without waiting: what stands in the log was made that much
 * earlier. An impression's id holds its time, so it has another one from then on.
 */
public final class Past {
    private static final String AGE =
            """
            update person_log set
                ids = (select array_agg(id - $2 order by number) from unnest(ids) with ordinality as l (id, number)),
                pending = (select array_agg(id - $2) from unnest(pending) as p (id))
            where key = $1""";

    private Past() {}

    /**
     * @param identity its identity-key
     */
    public static void age(Pool database, String identity, Duration by) {
        database.preparedQuery(AGE)
                .execute(Tuple.of(RowKey.ofPerson(identity), shifted(by)))
                .await()
                .indefinitely();
    }

    /** The id that a reservation has since then. */
    public static String aged(String reservation, Duration by) {
        ReservationId id = ReservationId.parse(reservation).orElseThrow();
        return new ReservationId(id.log(), id.impression() - shifted(by)).text();
    }

    private static long shifted(Duration by) {
        return by.toMillis() << ImpressionId.TIME_SHIFT;
    }
}
