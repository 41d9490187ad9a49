package io.tact.frequency.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.frequency.ServiceUnderTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
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
                    insert into session_log (key, started, visited)
                    select gen_random_uuid(), n, n from generate_series(1, 40000) as n""",
                    """
                    insert into capped (person, label, name, reason, rule)
                    select key, 'product:' || n, key::text, 'bought', 'bought'
                    from (select key from person_log limit 40000) as p, generate_series(1, 3) as n""");
    private static final String ANALYZE = "analyze person_log, session_log, capped";
    private static final String SAMPLES =
            """
            alter table person_log alter column key set statistics -1, alter column moved_to set statistics -1;
            alter table session_log alter column key set statistics -1;
            alter table capped alter column person set statistics -1""";

    @Inject AgroalDataSource database;

    @Test
    void decisionIsPlannedAsWithSamples() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (String crowd : CROWD) {
                    run(connection, crowd);
                }
                run(connection, ANALYZE);
                List<String> without = plan(connection);
                run(connection, SAMPLES);
                run(connection, ANALYZE);
                List<String> with = plan(connection);

                assertThat(without).isEqualTo(with);
                assertThat(String.join("\n", without))
                        .doesNotContain("Seq Scan on person_log")
                        .doesNotContain("Seq Scan on session_log")
                        .doesNotContain("Seq Scan on capped");
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> plan(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "explain (generic_plan, costs off) " + PersonStatement.SQL)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
