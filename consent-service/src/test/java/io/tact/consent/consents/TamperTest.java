package io.tact.consent.consents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody writes to the database behind the service. What they want is never served. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class TamperTest {
    private static final String REFUSES = "{\"answers\":{\"marketing\":false}}";
    private static final String ALLOWS = "{\"answers\":{\"marketing\":true}}";

    TestStack stack;
    @Inject AgroalDataSource database;

    private final String ann = "customer-" + UUID.randomUUID();
    private final String bob = "customer-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answers = replace(answers::text, 'refused', 'granted')::jsonb",
                "answers = '{}'",
                "answers = '{\"marketing\":{\"answer\":\"certainly\",\"at\":\"tomorrow\"}}'",
                "answers = '{\"marketing\":7}'",
                "version = version + 1",
                "recorded_at = recorded_at - interval '1 year'",
                "seal = ''",
                "seal = sha256(seal)"
            })
    void forgedRowAllowsNothingAndNothingIsRecordedOnIt(String forgery) throws SQLException {
        say(ann, REFUSES).statusCode(200);

        execute("update consent_state set " + forgery + " where identity_key = ?", key(ann));

        assertThat(grants(ann)).isFalse();
        say(ann, ALLOWS).statusCode(500).body("type", endsWith("/record-damaged"));
        assertThat(grants(ann)).isFalse();
    }

    @Test
    void anothersRowAllowsNothing() throws SQLException {
        say(ann, REFUSES).statusCode(200);
        say(bob, ALLOWS).statusCode(200);

        execute(
                """
                update consent_state mine set answers = other.answers, seal = other.seal, version = other.version, recorded_at = other.recorded_at
                from consent_state other where other.identity_key = ? and mine.identity_key = ?""",
                key(bob),
                key(ann));

        assertThat(grants(ann)).isFalse();
    }

    @Test
    void swappedPseudonymsAllowNothing() throws SQLException {
        say(ann, REFUSES).statusCode(200);
        say(bob, ALLOWS).statusCode(200);

        execute(
                """
                with both_of_them as (delete from consent_state where identity_key in (?, ?) returning *)
                insert into consent_state (identity_key, pseudonym, version, recorded_at, answers, seal)
                select one.identity_key, other.pseudonym, other.version, other.recorded_at, other.answers, other.seal
                from both_of_them one join both_of_them other on one.identity_key <> other.identity_key""",
                key(ann),
                key(bob));

        assertThat(grants(ann)).isFalse();
        assertThat(grants(bob)).isFalse();
    }

    @Test
    void rowPutBackToAnEarlierGrantAllowsNothing() throws SQLException {
        say(ann, ALLOWS).statusCode(200);
        execute(
                "create table earlier as select * from consent_state where identity_key = ?",
                key(ann));
        say(ann, REFUSES).statusCode(200);

        execute(
                """
                update consent_state set answers = earlier.answers, seal = earlier.seal, version = earlier.version, recorded_at = earlier.recorded_at
                from earlier where earlier.identity_key = consent_state.identity_key and earlier.identity_key = ?""",
                key(ann));
        execute("drop table earlier");

        assertThat(grants(ann)).isFalse();
        say(ann, ALLOWS).statusCode(500);
    }

    @Test
    void forgedRowIsPublishedAsARefusal() throws SQLException {
        say(ann, REFUSES).statusCode(200);

        execute(
                "update consent_state set answers = replace(answers::text, 'refused', 'granted')::jsonb, version = 7 where identity_key = ?",
                key(ann));
        execute(
                "insert into outbox (topic, key, type) values ('consent.state.v1', ?, 'io.tact.consent.state.v1')",
                key(ann));

        try (var topic =
                new TopicUnderTest(
                        stack.bootstrapServers(), stack.topicPrefix() + ConsentStore.TOPIC)) {
            assertThat(
                            topic.readUntil(
                                    record ->
                                            record.key().equals(key(ann))
                                                    && new JsonObject(record.value())
                                                                    .getLong("version")
                                                            == 7))
                    .last()
                    .satisfies(
                            record ->
                                    assertThat(record.value())
                                            .isEqualTo(
                                                    "{\"version\":7,\"recordedAt\":\"1970-01-01T00:00:00Z\",\"answers\":{}}"));
        }
    }

    @Test
    void entryThatThisServiceDidNotWriteIsNeverSigned() throws SQLException {
        say(ann, REFUSES).statusCode(200);

        execute(
                """
                with forged as (
                    insert into consent_entry (pseudonym, version, recorded_at, sealed)
                    select pseudonym, 2, now(), e.sealed from consent_state join consent_entry e using (pseudonym, version)
                    where identity_key = ? returning id
                )
                insert into entry_waiting (entry_id) select id from forged""",
                key(ann));

        Eventually.get(
                "the refusal of the entry",
                () ->
                        number(
                                """
                                select count(*) from entry_refused r join consent_entry e on e.id = r.entry_id
                                join consent_state using (pseudonym) where identity_key = ?""",
                                key(ann)),
                refused -> refused == 1);
        assertThat(
                        number(
                                """
                                select count(*) from ledger_entry l join consent_entry e on e.id = l.entry_id
                                join consent_state s using (pseudonym) where identity_key = ? and e.version = 2""",
                                key(ann)))
                .isZero();
    }

    @Test
    void erasureThatThisServiceDidNotDoIsNeverSigned() throws SQLException {
        String forged = "tact.erased.v1\n2026-11-25T12:00:00Z\nfull\n0\n";

        execute(
                "insert into leaf_waiting (leaf, seal) values (convert_to(?, 'UTF8'), sha256('guess'))",
                forged);

        Eventually.get(
                "the refusal of the leaf",
                () ->
                        number(
                                "select count(*) from leaf_waiting where leaf = convert_to(?, 'UTF8') and refused_at is not null",
                                forged),
                refused -> refused == 1);
        assertThat(
                        number(
                                "select count(*) from ledger_entry where leaf = convert_to(?, 'UTF8')",
                                forged))
                .isZero();
    }

    private boolean grants(String customer) {
        return "granted"
                .equals(
                        given().auth()
                                .oauth2(stack.tokens().customer(customer))
                                .get("/v1/me/consents")
                                .then()
                                .statusCode(200)
                                .extract()
                                .path("answers.marketing.answer"));
    }

    private ValidatableResponse say(String customer, String body) {
        return given().auth()
                .oauth2(stack.tokens().customer(customer))
                .contentType("application/json")
                .body(body)
                .post("/v1/me/consents")
                .then();
    }

    private void execute(String sql, String... parameters) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private long number(String sql, String parameter) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private String key(String customer) {
        return new IdentityKeys(stack.installationSecret()).of(Identity.customer(customer)).value();
    }
}
