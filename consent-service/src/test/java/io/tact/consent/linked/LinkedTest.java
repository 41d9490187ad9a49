package io.tact.consent.linked;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class LinkedTest {
    private static final String PATH = "/v1/me/consents";

    TestStack stack;

    @Inject AgroalDataSource database;

    private final String ann = "customer-" + UUID.randomUUID();
    private final String browser = UUID.randomUUID().toString();
    private final String person = "person-" + UUID.randomUUID();
    private KafkaProducer<String, String> profileService;

    @BeforeEach
    void connect() {
        profileService =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", stack.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer());
    }

    @AfterEach
    void close() {
        profileService.close();
    }

    @Test
    void withdrawalAfterTheLinkEndsTheYesOfTheBrowser() {
        says(browser(), "'marketing':true,'experience':true");
        says(account(), "'marketing':true");
        link();

        says(account(), "'marketing':false");

        becomes(browser(), "marketing", "withdrawn");
        browser().get(PATH).then().body("answers.experience.answer", equalTo("granted"));
    }

    @Test
    void linkCarriesANoFromBefore() {
        says(account(), "'marketing':false");
        link();

        becomes(browser(), "marketing", "refused");
    }

    @Test
    void objectionAndTheBrowsersSignalAreCarriedAsWell() {
        link();
        given().spec(account())
                .contentType(ContentType.JSON)
                .body("{\"objection\":true}")
                .post(PATH)
                .then()
                .statusCode(200);
        becomes(browser(), "marketing", "objected");

        says(account(), "'experience':true");
        says(browser(), "'experience':true");
        says(browser(), "'experience':false");
        becomes(account(), "experience", "withdrawn");
    }

    @Test
    void signalOfTheBrowserIsANoOfTheAccount() {
        says(account(), "'marketing':true");
        says(browser(), "'marketing':true");
        link();

        browser().header("Sec-GPC", "1").get(PATH).then().statusCode(200);

        becomes(account(), "marketing", "withdrawn");
    }

    @Test
    void yesIsNotCarried() {
        link();
        says(account(), "'marketing':true,'experience':false");

        becomes(browser(), "experience", "refused");
        browser().get(PATH).then().body("answers.marketing", equalTo(null));
    }

    @Test
    void entryNamesItsCauseByAPseudonymAndOnlyOnce() throws SQLException {
        says(account(), "'marketing':false");
        link();
        becomes(browser(), "marketing", "refused");
        link();
        link();

        String entry = entry();
        JsonPath body = JsonPath.from(entry);
        assertThat(body.getString("cause.linked")).isEqualTo(pseudonym());
        assertThat(body.getInt("cause.version")).isEqualTo(1);
        assertThat(entry).doesNotContain(key(Identity.customer(ann)).value());
        waitsForNothing();
        assertThat(seq(browser())).endsWith("=1");
    }

    @Test
    void whoSaysYesAfterwardsIsBelieved() throws SQLException {
        says(account(), "'marketing':false");
        link();
        becomes(browser(), "marketing", "refused");

        says(browser(), "'marketing':true");
        link();
        says(account(), "'experience':false");

        becomes(browser(), "experience", "refused");
        browser().get(PATH).then().body("answers.marketing.answer", equalTo("granted"));
    }

    @Test
    void takingTheLinkAwayTakesNoNoAway() {
        link();
        says(account(), "'marketing':false");
        becomes(browser(), "marketing", "refused");

        links(
                key(Identity.visitor(TestTokens.anonymousId(browser))),
                "{\"person\":\"other\",\"version\":99}");
        links(key(Identity.customer(ann)), null);

        says(account(), "'marketing':true");
        browser().get(PATH).then().body("answers.marketing.answer", equalTo("refused"));
    }

    @Test
    void erasedIdentityIsExtendedNothing() throws SQLException {
        says(browser(), "'marketing':true");
        link();
        waitsForNothing();
        String keys =
                "[\"%s\"]"
                        .formatted(key(Identity.visitor(TestTokens.anonymousId(browser))).value());
        given().auth()
                .oauth2(stack.tokens().staff("privacy-officer"))
                .contentType(ContentType.JSON)
                .body("{\"identityKeys\":%s,\"erase\":\"full\"}".formatted(keys))
                .post("/v1/erasures")
                .then()
                .statusCode(200);

        says(account(), "'marketing':false");

        waitsForNothing();
        assertThat(browser().get(PATH).header("Consent-Seq")).isNull();
    }

    /** What is not understood links nobody, and keeps nobody else from being linked. */
    @Test
    void recordThatIsNotUnderstoodIsPassedOver() {
        links(key(Identity.customer(ann)), "{\"person\":");
        says(account(), "'marketing':false");
        link();

        becomes(browser(), "marketing", "refused");
    }

    /** Links and noes in whatever order end in the same answers. */
    @Test
    void orderOfLinksAndNoesDoesNotMatter() {
        long seed = Long.getLong("tact.seed", System.nanoTime());
        System.out.println("LinkedTest: -Dtact.seed=" + seed);
        var random = new Random(seed);
        for (int history = 0; history < 5; history++) {
            var people = new LinkedTest();
            people.stack = stack;
            people.profileService = profileService;
            List<Runnable> events = new ArrayList<>();
            events.add(() -> people.link(Identity.customer(people.ann)));
            events.add(() -> people.link(Identity.visitor(TestTokens.anonymousId(people.browser))));
            events.add(() -> says(people.account(), "'marketing':false"));
            events.add(() -> says(people.browser(), "'experience':false"));
            Collections.shuffle(events, random);

            events.forEach(Runnable::run);

            for (RequestSpecification each : List.of(people.account(), people.browser())) {
                becomes(each, "marketing", "refused");
                becomes(each, "experience", "refused");
            }
        }
    }

    private void link() {
        link(Identity.customer(ann));
        link(Identity.visitor(TestTokens.anonymousId(browser)));
    }

    private void link(Identity identity) {
        links(key(identity), "{\"person\":\"%s\",\"version\":7}".formatted(person));
    }

    private void links(IdentityKey key, @Nullable String value) {
        profileService.send(
                new ProducerRecord<>(
                        stack.topicPrefix() + "profile.identity.v1", key.value(), value));
        profileService.flush();
    }

    private static void becomes(RequestSpecification who, String purpose, String answer) {
        Eventually.get(
                purpose + " " + answer,
                () -> given().spec(who).get(PATH).jsonPath(),
                answers -> answer.equals(answers.getString("answers." + purpose + ".answer")));
    }

    private static String seq(RequestSpecification who) {
        return given().spec(who).get(PATH).header("Consent-Seq");
    }

    private static void says(RequestSpecification who, String answers) {
        given().spec(who)
                .contentType(ContentType.JSON)
                .body("{'answers':{%s}}".formatted(answers).replace('\'', '"'))
                .post(PATH)
                .then()
                .statusCode(200);
    }

    private String entry() {
        return Eventually.get(
                        "a proof",
                        () -> browser().queryParam("purpose", "marketing").get("/v1/me/proof"),
                        answer -> answer.statusCode() == 200)
                .jsonPath()
                .getString("entries[0].body");
    }

    private String pseudonym() throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "select pseudonym from consent_state where identity_key = ?")) {
            statement.setString(1, key(Identity.customer(ann)).value());
            var row = statement.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    private void waitsForNothing() {
        Eventually.get(
                "nobody waits",
                () -> {
                    try (var connection = database.getConnection();
                            var statement = connection.createStatement();
                            var row = statement.executeQuery("select count(*) from no_waiting")) {
                        row.next();
                        return row.getLong(1);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                waiting -> waiting == 0);
    }

    private RequestSpecification account() {
        return given().auth().oauth2(stack.tokens().customer(ann));
    }

    private RequestSpecification browser() {
        return given().header("Tact-Visitor", stack.tokens().visitor(browser));
    }

    private IdentityKey key(Identity identity) {
        return new IdentityKeys(stack.installationSecret()).of(identity);
    }
}
