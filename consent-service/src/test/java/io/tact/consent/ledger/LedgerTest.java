package io.tact.consent.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class LedgerTest {
    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    @Inject AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update consent_entry set answers = '{\"marketing\":true}'",
                "delete from consent_entry",
                "truncate consent_entry"
            })
    void entriesAreForEver(String forgery) throws SQLException {
        say(stack.tokens().customer("ann"), UUID.randomUUID().toString(), "false");

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(forgery))
                    .hasMessageContaining("consent_entry is append-only");
        }
    }

    @Test
    void everyStatementIsAnEntryForEachIdentityAsItWasSaid() throws SQLException {
        String ann = "customer-" + UUID.randomUUID();
        String subject = UUID.randomUUID().toString();

        say(stack.tokens().customer(ann), subject, "true");
        say(stack.tokens().customer(ann), subject, "false");

        String entries =
                """
                select e.answers->>'marketing' from consent_entry e join consent_state s using (pseudonym)
                where s.identity_key = ? order by e.version""";
        assertThat(column(entries, key(Identity.customer(ann)))).containsExactly("true", "false");
        assertThat(column(entries, key(Identity.visitor(TestTokens.anonymousId(subject)))))
                .containsExactly("true", "false");
    }

    @Test
    void neitherSubjectIdNorIdentityIsKept() throws SQLException {
        String ann = "customer-" + UUID.randomUUID();
        String subject = UUID.randomUUID().toString();

        say(stack.tokens().customer(ann), subject, "true");

        for (String table :
                List.of("consent_state", "consent_entry", "idempotent_answer", "outbox")) {
            for (String secret : List.of(ann, subject, TestTokens.anonymousId(subject))) {
                assertThat(
                                column(
                                        "select 1 from " + table + " t where t::text like ?",
                                        "%" + secret + "%"))
                        .as(table)
                        .isEmpty();
            }
        }
    }

    @Test
    void parallelStatementsOfTheSameTwoIdentitiesAllCountAndNeverWaitForEachOther()
            throws Exception {
        String ann = "customer-" + UUID.randomUUID();
        String subject = UUID.randomUUID().toString();
        List<Callable<List<ConsentSeq>>> statements = new ArrayList<>();
        for (int statement = 0; statement < 40; statement++) {
            String answer = statement % 2 == 0 ? "true" : "false";
            statements.add(() -> say(stack.tokens().customer(ann), subject, answer));
        }

        List<ConsentSeq> versions = new ArrayList<>();
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(statements)) {
                versions.addAll(done.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(versions)
                .filteredOn(seq -> seq.key().value().equals(key(Identity.customer(ann))))
                .extracting(ConsentSeq::version)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void parallelTwinsOfOneRequestAreRecordedOnceAndAllGetTheFirstAnswer() throws Exception {
        String ann = stack.tokens().customer("customer-" + UUID.randomUUID());
        String once = UUID.randomUUID().toString();
        Callable<List<ConsentSeq>> twin =
                () -> sayAs(given().auth().oauth2(ann).header("Idempotency-Key", once), "true");

        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(Collections.nCopies(16, twin))) {
                assertThat(done.get()).extracting(ConsentSeq::version).containsExactly(1L);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void recordedTimesOfAnIdentityOnlyGoForward() throws SQLException {
        String ann = "customer-" + UUID.randomUUID();
        String subject = UUID.randomUUID().toString();
        say(stack.tokens().customer(ann), subject, "true");
        String inTheFuture =
                "update consent_state set recorded_at = recorded_at + interval '1 hour' where identity_key = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(inTheFuture)) {
            statement.setString(1, key(Identity.customer(ann)));
            statement.executeUpdate();
        }

        say(stack.tokens().customer(ann), subject, "false");
        say(stack.tokens().customer(ann), subject, "true");

        assertThat(
                        column(
                                "select answers->'marketing'->>'answer' from consent_state where identity_key = ?",
                                key(Identity.customer(ann))))
                .containsExactly("granted");
    }

    private static List<ConsentSeq> sayAs(
            io.restassured.specification.RequestSpecification who, String marketing) {
        return ConsentSeq.parse(
                List.of(
                        who.contentType(ContentType.JSON)
                                .body("{\"answers\":{\"marketing\":" + marketing + "}}")
                                .post("/v1/me/consents")
                                .then()
                                .statusCode(200)
                                .extract()
                                .header("Consent-Seq")));
    }

    private List<ConsentSeq> say(String token, String subject, String marketing) {
        return sayAs(
                given().auth()
                        .oauth2(token)
                        .header("Tact-Visitor", stack.tokens().visitor(subject)),
                marketing);
    }

    private List<String> column(String sql, String parameter) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            var values = new ArrayList<String>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private String key(Identity identity) {
        return new IdentityKeys(stack.installationSecret()).of(identity).value();
    }
}
