package io.tact.consent.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.testkit.ErasureRequests;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ErasureRequestTest {
    private static final String SERVICE = "consent-service";

    TestStack stack;
    @Inject AgroalDataSource database;
    @Inject ForgetOnRequest forgetOnRequest;

    private final String ann = "customer-" + UUID.randomUUID();
    private final String subject = UUID.randomUUID().toString();
    private final String person = UUID.randomUUID().toString().replace("-", "").substring(0, 22);

    @Test
    void whomAnErasureNamesIsUnknownAndTheReceiptSaysWhatWent() {
        say(Map.of("marketing", true, "experience", true));

        JsonNode receipt = erased();

        me().get("/v1/me/consents").then().body("answers", equalTo(Map.of()));
        assertThat(receipt.path("service").asText()).isEqualTo(SERVICE);
        assertThat(count(receipt, "consent_state")).isEqualTo(2);
        assertThat(count(receipt, "person_key")).isEqualTo(2);
        assertThat(receipt.toString()).doesNotContain(keys().get(0).value());
        assertThat(lastOnTheTopic(keys().get(0))).isNull();
    }

    @Test
    void somebodyUnknownIsForgottenAsWell() {
        JsonNode receipt = erased();

        assertThat(count(receipt, "consent_state")).isZero();
    }

    @Test
    void anErasureIsAnsweredOnceHoweverOftenItIsRead() {
        say(Map.of("marketing", true));
        UUID request = requests().send(texts(), List.of(person));
        requests().receipt(request, SERVICE);
        say(Map.of("marketing", false));

        forgetOnRequest.forget(
                List.of(new Erasure(request, Instant.now(), Set.copyOf(keys()), Set.of(person))));

        me().get("/v1/me/consents").then().body("answers.marketing.answer", equalTo("refused"));
        assertThat(number("select count(*) from outbox where key = '" + request + "'")).isOne();
    }

    @Test
    void whoeverComesBackIsSomebodyNew() {
        say(Map.of("marketing", true));
        erased();

        say(Map.of("marketing", false));

        me().get("/v1/me/consents").then().body("answers.marketing.answer", equalTo("refused"));
    }

    @Test
    void aLinkThatIsReadAgainComesBackOfNobody() {
        link(person, 1);
        linked(1);
        erased();
        linked(0);

        link(person, 1);
        link("somebodyWhoCameBackNow", 2);

        linked(1);
        assertThat(number("select count(*) from linked_identity where person = '" + person + "'"))
                .isZero();
    }

    @Test
    void browserErasedAloneIsNotLinkedAgainByAReplayAndTheOthersStayLinked() {
        Instant seen = Instant.now();
        String account = keys().get(0).value();
        String other = keyOf(UUID.randomUUID().toString());
        String browser = keys().get(1).value();
        List.of(account, other, browser).forEach(key -> link(key, 7, seen));
        linkedToThePerson(account, other, browser);
        UUID request = requests().send(List.of(browser), List.of());
        assertThat(count(requests().receipt(request, SERVICE), "linked_identity")).isOne();
        linkedToThePerson(account, other);

        link(browser, 7, seen);
        link(browser, 8, seen);
        List<String> behind =
                Stream.generate(() -> keyOf(UUID.randomUUID().toString())).limit(20).toList();
        behind.forEach(key -> link(key, 1, seen));

        var living = new ArrayList<>(behind);
        living.addAll(List.of(account, other));
        linkedToThePerson(living.toArray(String[]::new));
        link(browser, 9, Instant.now());
        living.add(browser);
        linkedToThePerson(living.toArray(String[]::new));
    }

    @Test
    void linkOfWhoeverWasSeenAgainSurvivesAnErasureThatIsHeardLate() {
        Instant erasedAt = Instant.now();
        String browser = keys().get(1).value();
        link(browser, 9, erasedAt.plusMillis(1));
        linkedToThePerson(browser);

        UUID request = UUID.randomUUID();
        requests().send(request, erasedAt, List.of(browser), List.of());

        assertThat(count(requests().receipt(request, SERVICE), "linked_identity")).isZero();
        linkedToThePerson(browser);
    }

    @Test
    void linkThatWasFollowedAfterAnotherReplicaHadForgottenGoes() {
        Instant erasedAt = Instant.now();
        String browser = keys().get(1).value();
        UUID request = UUID.randomUUID();
        requests().send(request, erasedAt, List.of(browser), List.of());
        requests().receipt(request, SERVICE);
        number(
                "with late as (insert into linked_identity values ('%s', '%s', 7, '%s') returning 1) select count(*) from late"
                        .formatted(browser, person, erasedAt));

        forgetOnRequest.forget(
                List.of(
                        new Erasure(
                                request, erasedAt, Set.of(new IdentityKey(browser)), Set.of())));

        linkedToThePerson();
    }

    private JsonNode erased() {
        return requests().receipt(requests().send(texts(), List.of(person)), SERVICE);
    }

    private ErasureRequests requests() {
        return new ErasureRequests(stack);
    }

    private void link(String to, int version) {
        requests()
                .produce(
                        "profile.identity.v1",
                        keys().get(0).value(),
                        "{\"person\":\"%s\",\"version\":%d,\"type\":\"user_id\"}"
                                .formatted(to, version));
    }

    private void link(String key, int version, Instant firstSeenAt) {
        requests()
                .produce(
                        "profile.identity.v1",
                        key,
                        "{\"person\":\"%s\",\"version\":%d,\"type\":\"anonymous_id\",\"firstSeenAt\":\"%s\"}"
                                .formatted(person, version, firstSeenAt));
    }

    private String keyOf(String name) {
        return new IdentityKeys(stack.installationSecret()).of(Identity.customer(name)).value();
    }

    /** These and nobody else. */
    private void linkedToThePerson(String... keys) {
        Eventually.get(
                "links",
                () ->
                        List.of(
                                number(
                                        "select count(*) from linked_identity where person = '%s' and identity_key in ('%s')"
                                                .formatted(person, String.join("','", keys))),
                                number(
                                        "select count(*) from linked_identity where person = '%s'"
                                                .formatted(person))),
                found -> found.equals(List.of((long) keys.length, (long) keys.length)));
    }

    private void linked(long rows) {
        Eventually.get(
                "links",
                () ->
                        number(
                                "select count(*) from linked_identity where identity_key = '"
                                        + keys().get(0).value()
                                        + "'"),
                found -> found == rows);
    }

    private @Nullable String lastOnTheTopic(IdentityKey key) {
        try (var topic =
                new TopicUnderTest(
                        stack.bootstrapServers(), stack.topicPrefix() + "consent.state.v1")) {
            var read =
                    topic.readUntil(
                            record -> record.key().equals(key.value()) && record.value() == null);
            return read.get(read.size() - 1).value();
        }
    }

    private static long count(JsonNode receipt, String table) {
        for (JsonNode deleted : receipt.path("deleted")) {
            if (deleted.path("name").asText().equals(table)) {
                return deleted.path("count").asLong();
            }
        }
        return 0;
    }

    private List<IdentityKey> keys() {
        var keys = new IdentityKeys(stack.installationSecret());
        return List.of(
                keys.of(Identity.customer(ann)),
                keys.of(Identity.visitor(TestTokens.anonymousId(subject))));
    }

    private List<String> texts() {
        return keys().stream().map(IdentityKey::value).toList();
    }

    private void say(Map<String, Boolean> answers) {
        me().contentType("application/json")
                .body(Map.of("answers", answers))
                .post("/v1/me/consents")
                .then()
                .statusCode(200);
    }

    private RequestSpecification me() {
        return given().auth()
                .oauth2(stack.tokens().customer(ann))
                .header("Tact-Visitor", stack.tokens().visitor(subject));
    }

    private long number(String select) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
