package io.tact.consent.consents;

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
import io.tact.proof.sealing.MasterKey;
import io.vertx.core.json.JsonObject;
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
class EntriesTest {
    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    @Inject AgroalDataSource database;
    @Inject MasterKey master;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update consent_entry set sealed = ''",
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

        for (Identity identity :
                List.of(
                        Identity.customer(ann),
                        Identity.visitor(TestTokens.anonymousId(subject)))) {
            List<JsonObject> bodies = bodies(identity);
            assertThat(bodies)
                    .extracting(body -> body.getJsonObject("said").getBoolean("marketing"))
                    .containsExactly(true, false);
            assertThat(bodies)
                    .extracting(
                            body ->
                                    body.getJsonObject("after")
                                            .getJsonObject("marketing")
                                            .getString("answer"))
                    .containsExactly("granted", "withdrawn");
            assertThat(bodies)
                    .allSatisfy(
                            body ->
                                    assertThat(body.getString("identityKey"))
                                            .isEqualTo(key(identity)));
        }
    }

    @Test
    void neitherSubjectIdNorIdentityIsKept() throws SQLException {
        String ann = "customer-" + UUID.randomUUID();
        String subject = UUID.randomUUID().toString();

        say(stack.tokens().customer(ann), subject, "true");

        for (String table :
                List.of(
                        "consent_state",
                        "consent_entry",
                        "person_key",
                        "ledger_entry",
                        "idempotent_answer",
                        "outbox")) {
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

    private List<JsonObject> bodies(Identity identity) throws SQLException {
        return new EntryBodies(database, master)
                .of(new IdentityKeys(stack.installationSecret()).of(identity));
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
