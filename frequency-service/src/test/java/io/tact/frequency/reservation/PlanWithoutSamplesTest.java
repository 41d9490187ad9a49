package io.tact.frequency.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.frequency.ServiceUnderTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL keeps no samples of what is about persons; decisions have to be as fast without. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class PlanWithoutSamplesTest {
    private static final List<String> CROWD =
            List.of(
                    """
                    insert into person_log (key, ids, whats)
                    select gen_random_uuid(), array[n << 21], array[1::bigint] from generate_series(1, 40000) as n""",
                    """
                    insert into person_log (key, moved_to, moved_name)
                    select gen_random_uuid(), key, key::text from (select key from person_log limit 2000) as p""",
                    """
                    insert into session_log (key, started, visited)
                    select gen_random_uuid(), n, n from generate_series(1, 40000) as n""",
                    """
                    insert into capped (person, label, name, reason, rule)
                    select key, 'product:' || n, key::text, 'bought', 'bought'
                    from (select key from person_log limit 40000) as p, generate_series(1, 3) as n""");
    private static final String ANALYZE = "analyze person_log, session_log, capped";
    private static final List<String> SAMPLES =
            List.of(
                    "alter table person_log alter column key set statistics -1, alter column moved_to set statistics -1",
                    "alter table session_log alter column key set statistics -1");

    @Inject Pool database;

    @Test
    void decisionIsPlannedAsWithSamples() {
        SqlConnection connection = database.getConnection().await().indefinitely();
        Transaction transaction = connection.begin().await().indefinitely();
        try {
            CROWD.forEach(crowd -> run(connection, crowd));
            run(connection, ANALYZE);
            List<String> without = plan(connection);
            SAMPLES.forEach(samples -> run(connection, samples));
            run(connection, ANALYZE);
            List<String> with = plan(connection);

            assertThat(without).isEqualTo(with);
            assertThat(String.join("\n", without))
                    .doesNotContain("Seq Scan on person_log")
                    .doesNotContain("Seq Scan on session_log")
                    .doesNotContain("Seq Scan on capped");
        } finally {
            transaction.rollback().await().indefinitely();
            connection.close().await().indefinitely();
        }
    }

    private static List<String> plan(SqlConnection connection) {
        var lines = new ArrayList<String>();
        run(connection, "explain (generic_plan, costs off) " + PersonStatement.SQL)
                .forEach(row -> lines.add(row.getString(0)));
        return lines;
    }

    /** Not prepared: a statement that is explained in general gets no parameters. */
    private static RowSet<Row> run(SqlConnection connection, String sql) {
        return connection.query(sql).execute().await().indefinitely();
    }
}
