package io.tact.consent.erasure;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import io.tact.proof.Checked;
import io.tact.proof.entry.Erased;
import io.tact.proof.entry.Leaf;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ErasureTest {
    TestStack stack;
    @Inject AgroalDataSource database;
    @Inject ForgetAgain forgetAgain;
    @Inject ExpireKeptProof expireKeptProof;

    private final String ann = "customer-" + UUID.randomUUID();
    private final String subject = UUID.randomUUID().toString();

    @Test
    void nothingOfAPersonCanBeOpenedAnyMoreAndTheLedgerSaysWhichEntriesTheyWere() {
        say(Map.of("marketing", true, "experience", true));
        say(Map.of("marketing", false));
        List<String> pseudonyms = pseudonyms();

        erase("full", null)
                .statusCode(200)
                .body("entries", equalTo(4))
                .body("proofKeptUntil", nullValue());

        me().get("/v1/me/consents").then().body("answers", equalTo(Map.of()));
        assertThat(pseudonyms).hasSize(2);
        for (String pseudonym : pseudonyms) {
            assertThat(rows("person_key", pseudonym)).isZero();
            assertThat(rows("kept_key", pseudonym)).isZero();
            assertThat(rows("consent_entry", pseudonym)).as("commitments stay").isEqualTo(2);
        }
        assertThat(erasedLeafOver(pseudonyms).proofKeptUntil()).isEmpty();
    }

    @Test
    void evidenceFromBeforeStaysAsItWas() {
        say(Map.of("marketing", true));
        JsonPath before = proof();

        erase("full", null).statusCode(200);
        say(Map.of("marketing", false));
        JsonPath after = proof();

        assertThat(after.getList("entries")).hasSize(2);
        assertThat(after.getLong("entries[0].index"))
                .isGreaterThan(before.getLong("entries[0].index"));
        assertThat(new JsonPath(after.getString("entries[0].body")).getLong("version"))
                .as("whoever comes back is somebody new")
                .isEqualTo(1);
        assertThat(after.getString("answer")).isEqualTo("refused");
    }

    @Test
    void topicForgetsThemToo() {
        say(Map.of("marketing", true));

        erase("full", null).statusCode(200);

        try (var topic =
                new TopicUnderTest(
                        stack.bootstrapServers(), stack.topicPrefix() + "consent.state.v1")) {
            assertThat(
                            topic.readUntil(
                                    record ->
                                            record.key().equals(ann().get(0))
                                                    && record.value() == null))
                    .last()
                    .satisfies(tombstone -> assertThat(tombstone.value()).isNull());
        }
    }

    @Test
    void journalOutsideTheDatabaseSaysWhoIsNobodyAnyMore() {
        say(Map.of("marketing", true));
        List<String> pseudonyms = pseudonyms();

        String id = erase("keep-proof", tomorrow()).statusCode(200).extract().path("id");

        try (var topic =
                new TopicUnderTest(
                        stack.bootstrapServers(), stack.topicPrefix() + ErasureStore.TOPIC)) {
            var record = topic.readUntil(read -> read.key().equals(id));
            String journal = record.get(record.size() - 1).value();
            new Contract(ErasureStore.TOPIC).holdsFor(journal, id);
            assertThat(new JsonPath(journal).getList("pseudonyms", String.class))
                    .containsExactlyInAnyOrderElementsOf(pseudonyms);
            assertThat(journal).contains(tomorrow()).doesNotContain(ann().get(0));
        }
    }

    @Test
    void proofIsKeptApartWhereAClaimIsExpected() {
        say(Map.of("marketing", true));
        List<String> pseudonyms = pseudonyms();

        erase("keep-proof", tomorrow()).statusCode(200).body("proofKeptUntil", equalTo(tomorrow()));

        for (String pseudonym : pseudonyms) {
            assertThat(rows("person_key", pseudonym)).isZero();
            assertThat(rows("kept_key", pseudonym)).isEqualTo(1);
        }
        assertThat(erasedLeafOver(pseudonyms).proofKeptUntil())
                .isEqualTo(Optional.of(LocalDate.parse(tomorrow())));
    }

    @Test
    void keptProofGoesAfterItsDayAndTheLedgerSaysSo() throws SQLException {
        say(Map.of("marketing", true));
        List<String> pseudonyms = pseudonyms();
        erase("keep-proof", tomorrow()).statusCode(200);
        assertThat(erasedLeafOver(pseudonyms).proofKeptUntil()).isPresent();

        try (var connection = database.getConnection()) {
            expireKeptProof.expire(connection);
            assertThat(rows("kept_key", pseudonyms.get(0))).as("not before").isEqualTo(1);
            try (var dayAfter =
                    connection.prepareStatement(
                            "update kept_key set until = current_date - 1 where pseudonym::text = any(?)")) {
                dayAfter.setArray(1, connection.createArrayOf("text", pseudonyms.toArray()));
                dayAfter.executeUpdate();
            }
            expireKeptProof.expire(connection);
        }

        assertThat(rows("kept_key", pseudonyms.get(0))).isZero();
        Eventually.get(
                "a leaf that says that nothing is kept",
                () -> erasedLeaves(pseudonyms),
                leaves -> leaves.stream().anyMatch(leaf -> leaf.proofKeptUntil().isEmpty()));
    }

    @Test
    void whoComesBackWithARestoredBackupIsForgottenAgain() throws SQLException {
        say(Map.of("marketing", true));
        List<String> pseudonyms = pseudonyms();
        execute("create table backup_key as select * from person_key");
        execute("create table backup_state as select * from consent_state");
        String id = erase("full", null).statusCode(200).extract().path("id");
        execute("insert into person_key select * from backup_key on conflict do nothing");
        assertThat(
                        execute(
                                "insert into consent_state select * from backup_state on conflict do nothing"))
                .as("restored")
                .isEqualTo(2);
        execute("drop table backup_key");
        execute("drop table backup_state");

        try (var topic =
                new TopicUnderTest(
                        stack.bootstrapServers(), stack.topicPrefix() + ErasureStore.TOPIC)) {
            var journal = topic.readUntil(read -> read.key().equals(id));
            forgetAgain.forget(List.of(JournalBody.read(journal.get(journal.size() - 1).value())));
        }

        assertThat(pseudonyms()).isEmpty();
        assertThat(rows("person_key", pseudonyms.get(0))).isZero();
        me().get("/v1/me/consents").then().body("answers", equalTo(Map.of()));
    }

    @Test
    void erasingWhomNobodyKnowsIsDoneAtOnce() {
        erase("full", null).statusCode(200).body("entries", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                  | 400 | body-malformed",
                "{\"identityKeys\":[],\"erase\":\"full\"}                            | 400 | body-malformed",
                "{\"identityKeys\":[\"ann\"],\"erase\":\"full\"}                     | 400 | body-malformed",
                "{\"identityKeys\":[KEY]}                                            | 400 | body-malformed",
                "{\"identityKeys\":[KEY],\"erase\":\"half\"}                         | 400 | body-malformed",
                "{\"identityKeys\":[KEY],\"erase\":\"keep-proof\"}                   | 400 | body-malformed",
                "{\"identityKeys\":[KEY],\"erase\":\"full\",\"keepProofUntil\":\"2029-12-31\"} | 400 | body-malformed",
                "{\"identityKeys\":[KEY],\"erase\":\"keep-proof\",\"keepProofUntil\":\"soon\"} | 400 | body-malformed",
                "{\"identityKeys\":[KEY],\"erase\":\"keep-proof\",\"keepProofUntil\":\"2001-01-01\"} | 422 | keep-proof-until-implausible",
                "{\"identityKeys\":[KEY],\"erase\":\"keep-proof\",\"keepProofUntil\":\"2999-01-01\"} | 422 | keep-proof-until-implausible"
            })
    void requestsThatMakeNoSenseEraseNothing(String body, int status, String problem) {
        say(Map.of("marketing", true));

        officer()
                .body(body.replace("KEY", "\"" + ann().get(0) + "\""))
                .post("/v1/erasures")
                .then()
                .statusCode(status)
                .body("type", endsWith("/" + problem));

        assertThat(proof().getString("answer")).isEqualTo("granted");
    }

    @Test
    void onlyPrivacyOfficersErase() {
        String body = "{\"identityKeys\":[\"" + ann().get(0) + "\"],\"erase\":\"full\"}";

        given().contentType("application/json")
                .body(body)
                .post("/v1/erasures")
                .then()
                .statusCode(401);
        for (String role : List.of("consent-officer", "analyst", "merchandiser")) {
            given().auth()
                    .oauth2(stack.tokens().staff(role))
                    .contentType("application/json")
                    .body(body)
                    .post("/v1/erasures")
                    .then()
                    .statusCode(403);
        }
        me().contentType("application/json").body(body).post("/v1/erasures").then().statusCode(403);
    }

    private Erased erasedLeafOver(List<String> pseudonyms) {
        return Eventually.get(
                        "the leaf of the erasure",
                        () -> erasedLeaves(pseudonyms),
                        leaves -> !leaves.isEmpty())
                .get(0);
    }

    /** Those that name exactly the entries of these. */
    private List<Erased> erasedLeaves(List<String> pseudonyms) {
        List<Long> indexes =
                column(
                                "select index::text from ledger_entry l join consent_entry e on e.id = l.entry_id and e.pseudonym::text",
                                pseudonyms)
                        .stream()
                        .map(Long::parseLong)
                        .sorted()
                        .toList();
        return leavesAfter(indexes.get(indexes.size() - 1)).stream()
                .filter(leaf -> leaf.indexes().equals(indexes))
                .toList();
    }

    private List<Erased> leavesAfter(long index) {
        var erased = new ArrayList<Erased>();
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "select leaf from ledger_entry where index > ? and entry_id is null order by index")) {
            statement.setLong(1, index);
            var rows = statement.executeQuery();
            while (rows.next()) {
                byte[] leaf = rows.getBytes(1);
                assertThat(Leaf.parse(leaf))
                        .as(new String(leaf, UTF_8))
                        .isInstanceOf(Checked.Valid.class);
                erased.add((Erased) Leaf.parse(leaf).orElseThrow());
            }
            return erased;
        } catch (SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private JsonPath proof() {
        return me().queryParam("purpose", "marketing")
                .get("/v1/me/proof")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void say(Map<String, Boolean> answers) {
        me().contentType("application/json")
                .body(Map.of("answers", answers))
                .post("/v1/me/consents")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse erase(String policy, @Nullable String until) {
        String kept = until == null ? "" : ",\"keepProofUntil\":\"" + until + "\"";
        String keys = String.join("\",\"", ann());
        return officer()
                .body(
                        "{\"identityKeys\":[\""
                                + keys
                                + "\"],\"erase\":\""
                                + policy
                                + "\""
                                + kept
                                + "}")
                .post("/v1/erasures")
                .then();
    }

    private RequestSpecification officer() {
        return given().auth()
                .oauth2(stack.tokens().staff("privacy-officer"))
                .contentType("application/json");
    }

    private RequestSpecification me() {
        return given().auth()
                .oauth2(stack.tokens().customer(ann))
                .header("Tact-Visitor", stack.tokens().visitor(subject));
    }

    private List<String> ann() {
        var keys = new IdentityKeys(stack.installationSecret());
        return List.of(
                keys.of(Identity.customer(ann)).value(),
                keys.of(Identity.visitor(TestTokens.anonymousId(subject))).value());
    }

    private List<String> pseudonyms() {
        return column("select pseudonym::text from consent_state where identity_key", ann());
    }

    private static String tomorrow() {
        return LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1).toString();
    }

    private int execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private long rows(String table, String pseudonym) {
        return column("select '1' from " + table + " where pseudonym::text", List.of(pseudonym))
                .size();
    }

    /**
     * @param select ends with what is compared with the values
     */
    private List<String> column(String select, List<String> values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(select + " = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", values.toArray()));
            var column = new ArrayList<String>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
