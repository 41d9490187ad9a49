package io.tact.recommendation.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Receipt;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.testkit.ErasureRequests;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.recommendation.Guest;
import io.tact.recommendation.ServiceUnderTest;
import io.tact.recommendation.TestShop;
import io.tact.recommendation.erasure.Memory.Remembered;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.Persons;
import io.tact.recommendation.served.ServedAnswer;
import io.tact.recommendation.served.ServedAnswers;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ErasureTest {
    private static final String SERVED = "recommendation.served.v1";

    @Inject Histories histories;
    @Inject Persons persons;
    @Inject ServedAnswers served;
    @Inject AnswerErasures answers;

    TestStack stack;
    TestShop shop;
    ErasureRequests erasures;

    @BeforeEach
    void open() {
        shop = TestShop.open(stack);
        erasures = new ErasureRequests(stack);
    }

    @Test
    void receiptSaysWhatIsGoneFromMemoryAndTopic() {
        Guest ann = visitorWhoLookedAround("erased", "person-of-the-erased-01");
        shop.log().send("frequency.capped.v1", "person-of-the-erased-01/product:mug-1", Map.of());
        String answer = answerId(ann);
        published(ann.key().value() + "/" + answer, false);

        UUID request = erase(ann, "person-of-the-erased-01");

        JsonNode receipt = receipt(request);
        assertThat(count(receipt, "histories")).isEqualTo(2);
        assertThat(count(receipt, "persons")).isOne();
        assertThat(count(receipt, "model")).isOne();
        assertThat(count(receipt, SERVED)).isPositive();
        assertThat(count(receipt, "outbox")).isPositive();
        assertThat(receipt.toString()).doesNotContain(ann.key().value()).doesNotContain(answer);
        published(ann.key().value() + "/" + answer, true);
        assertThat(rows("key like '" + ann.key().value() + "/%' and payload is not null")).isZero();
    }

    @Test
    void whoWasForgottenGetsWhatAStrangerGetsAndOthersGetWhatTheyGot() {
        Guest ann = visitorWhoLookedAround("like a stranger", "person-like-a-stranger1");
        Guest bob = visitorWhoLookedAround("who stays", "person-of-who-stays-001");
        List<Object> bobs = bob.asks("home.session").jsonPath().getList("items");

        receipt(erase(ann, "person-like-a-stranger1"));

        Guest returned = shop.visitor("like a stranger");
        for (String placement : List.of("home.session", "home.popular", "basket.complements")) {
            Eventually.get(
                    "the same bytes at " + placement,
                    () -> List.of(returned.asks(placement), shop.stranger().asks(placement)),
                    answers -> bytes(answers.get(0)).equals(bytes(answers.get(1))));
        }
        assertThat(bob.asks("home.session").jsonPath().<Object>getList("items")).isEqualTo(bobs);
    }

    @Test
    void replayBringsNobodyBackAndWhoeverReturnsBeginsAnew() {
        Instant before = Instant.now();
        Guest ann = visitorWhoLookedAround("replayed", "person-of-the-replayed1");
        receipt(erase(ann, "person-of-the-replayed1"));

        for (int replay = 0; replay < 64; replay++) {
            shop.log().event(ann.key(), "Product Viewed", List.of("mug-1"), List.of(), before);
        }
        shop.log().identity(ann.key(), "anonymous_id", "person-of-the-replayed1", 9);
        for (int later = 0; later < 64; later++) {
            ann.views("mug-2");
        }

        Eventually.get(
                "what was done after coming back",
                () -> histories.of(ann.key()).deeds(),
                deeds -> deeds.size() == 64);
        assertThat(histories.of(ann.key()).deeds()).allMatch(deed -> deed.itemId().equals("mug-2"));
    }

    @Test
    void browserForgottenAloneIsNotLinkedAgainByAReplayAndThePersonStaysWhoTheyAre() {
        Instant seen = Instant.now();
        List<IdentityKey> keys =
                Stream.of("of the account", "that stays", "that goes")
                        .map(name -> shop.visitor(name).key())
                        .toList();
        keys.forEach(key -> linked(key, 7, seen));
        Eventually.get(
                "one person",
                () -> persons.family(List.of(keys.get(0))),
                family -> family.equals(Set.copyOf(keys)));

        receipt(erasures.send(List.of(keys.get(2).value()), List.of()));
        keys.forEach(key -> linked(key, 8, seen));

        Set<IdentityKey> living = Set.copyOf(keys.subList(0, 2));
        readOn();
        assertThat(persons.family(List.of(keys.get(0)))).isEqualTo(living);
        linked(keys.get(2), 9, Instant.now());
        Eventually.get(
                "who came back",
                () -> persons.family(List.of(keys.get(0))),
                family -> family.equals(Set.copyOf(keys)));
    }

    private void linked(IdentityKey key, long version, Instant firstSeenAt) {
        shop.log()
                .send(
                        "profile.identity.v1",
                        key.value(),
                        Map.of(
                                "person",
                                "person-with-a-browser01",
                                "version",
                                version,
                                "type",
                                "anonymous_id",
                                "firstSeenAt",
                                firstSeenAt.toString()));
    }

    /** What was sent before, in every partition of the topic, was read. */
    private void readOn() {
        String name = "behind-" + UUID.randomUUID();
        for (int more = 0; more < 64; more++) {
            shop.log().identity(shop.visitor(name + more).key(), "anonymous_id", name, 1);
        }
        Eventually.get(
                "what is behind",
                () -> persons.family(List.of(shop.visitor(name + 0).key())).size(),
                size -> size == 64);
    }

    @Test
    void erasureThatComesAgainIsNotAnsweredAgain() {
        Guest ann = visitorWhoLookedAround("twice", "person-erased-twice-001");
        Instant erasedAt = Instant.now();
        UUID request = UUID.randomUUID();
        List<String> keys = List.of(ann.key().value());
        erasures.send(request, erasedAt, keys, List.of("person-erased-twice-001"));
        receipt(request);

        erasures.send(request, erasedAt, keys, List.of("person-erased-twice-001"));
        UUID next = UUID.randomUUID();
        erasures.send(next, erasedAt, keys, List.of("person-erased-twice-001"));

        assertThat(count(receipt(next), "histories")).isZero();
        assertThat(rows("topic = '" + Receipt.TOPIC + "' and key = '" + request + "'")).isOne();
    }

    @Test
    void answerThatWasAskedForBeforeIsNotWrittenAfterwards() {
        IdentityKey key = shop.visitor("still being answered").key();
        Instant until = Instant.now();
        served.forget(Set.of(key), until);

        served.add(answer("AAAAAAAAAAAAAAAAAAAAAA", key, until));
        served.add(answer("BBBBBBBBBBBBBBBBBBBBBB", key, until.plusNanos(1)));

        published(key.value() + "/BBBBBBBBBBBBBBBBBBBBBB", false);
        assertThat(rows("key = '" + key.value() + "/AAAAAAAAAAAAAAAAAAAAAA'")).isZero();
    }

    @Test
    void answersToWhoeverCameBackStay() {
        Guest ann = visitorWhoLookedAround("back", "person-who-is-back-0001");
        receipt(erase(ann, "person-who-is-back-0001"));
        allowsAgain(ann);
        String key = ann.key().value() + "/" + answerId(ann);
        published(key, false);

        receipt(erase(shop.visitor("somebody else"), "person-somebody-else-01"));

        assertThat(rows("key = '" + key + "' and payload is not null")).isOne();
    }

    @Test
    void replicaThatEndsSecondDeletesWhatItWroteTooLateAndAnswersNothing() {
        IdentityKey key = shop.visitor("of two replicas").key();
        Instant at = Instant.now();
        UUID request = UUID.randomUUID();
        Heard heard =
                new Heard(new Erasure(request, at, Set.of(key), Set.of()), at, Remembered.NOTHING);
        answers.answer(List.of(heard), Set.of());
        served.add(answer("CCCCCCCCCCCCCCCCCCCCCC", key, at));
        served.add(answer("DDDDDDDDDDDDDDDDDDDDDD", key, at.plusMillis(1)));
        published(key.value() + "/CCCCCCCCCCCCCCCCCCCCCC", false);
        published(key.value() + "/DDDDDDDDDDDDDDDDDDDDDD", false);

        answers.answer(List.of(heard), Set.of(key.value() + "/DDDDDDDDDDDDDDDDDDDDDD"));

        published(key.value() + "/CCCCCCCCCCCCCCCCCCCCCC", true);
        assertThat(rows("key like '" + key.value() + "/D%'")).isOne();
        assertThat(rows("topic = '" + Receipt.TOPIC + "' and key = '" + request + "'")).isOne();
    }

    /** As consent-service says it of somebody who answers after an erasure. */
    private void allowsAgain(Guest guest) {
        String now = Instant.now().toString();
        Map<String, Object> granted = Map.of("answer", "granted", "at", now);
        shop.log()
                .send(
                        "consent.state.v1",
                        guest.key().value(),
                        Map.of(
                                "version",
                                9,
                                "recordedAt",
                                now,
                                "answers",
                                Map.of("experience", granted)));
        guest.shows(new ConsentSeq(guest.key(), 9));
    }

    private Guest visitorWhoLookedAround(String name, String person) {
        Guest guest = shop.visitor(name).allows(Purpose.EXPERIENCE, Purpose.MEASUREMENT);
        shop.log().identity(guest.key(), "anonymous_id", person, 1);
        guest.views("tent-red", "mug-1");
        Eventually.get(
                "what they looked at",
                () -> histories.of(guest.key()).deeds(),
                deeds -> deeds.size() == 2);
        return guest;
    }

    private UUID erase(Guest guest, String person) {
        return erasures.send(List.of(guest.key().value()), List.of(person));
    }

    private JsonNode receipt(UUID request) {
        return erasures.receipt(request, "recommendation-service");
    }

    private static long count(JsonNode receipt, String name) {
        return StreamSupport.stream(receipt.path("deleted").spliterator(), false)
                .filter(deleted -> deleted.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("count")
                .asLong();
    }

    private static String answerId(Guest guest) {
        return guest.asks("home.popular").jsonPath().getString("answerId");
    }

    private static String bytes(Response answer) {
        return answer.header("Index-Version") + answer.asString();
    }

    private static ServedAnswer answer(String id, IdentityKey key, Instant at) {
        return new ServedAnswer(
                id, key, "home.popular", "experience", List.of(), "x4JrQ0b1rZk", at, "test");
    }

    private ConsumerRecord<String, String> published(String key, boolean tombstone) {
        try (var topic =
                new TopicUnderTest(stack.bootstrapServers(), stack.topicPrefix() + SERVED)) {
            var read =
                    topic.readUntil(
                            record ->
                                    record.key().equals(key)
                                            && (record.value() == null) == tombstone);
            return read.get(read.size() - 1);
        }
    }

    private long rows(String where) {
        try (var connection =
                        DriverManager.getConnection(
                                stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox where " + where)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException trouble) {
            throw new AssertionError(trouble);
        }
    }
}
