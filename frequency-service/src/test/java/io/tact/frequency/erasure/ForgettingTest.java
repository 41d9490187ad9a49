package io.tact.frequency.erasure;

import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Receipt;
import io.tact.consent.client.testkit.ErasureRequests;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.person.RowKey;
import io.tact.frequency.publication.FrequencyRelay;
import io.tact.localstack.test.Eventually;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ForgettingTest {
    private static final String PLACEMENT = "forget.one";
    private static final String CAMPAIGN = "forget-one";
    private static final int LIMIT = 4;

    Surroundings shop;
    @Inject Pool database;
    @Inject ForgetHere forgetting;
    @Inject AppliedStore applied;
    @Inject DeleteRows deleting;
    @Inject InFlight inFlight;
    @Inject AnswerErasure answering;
    @Inject FrequencyRelay relay;

    private final Random random = new Random();
    private Rows rows;

    @BeforeEach
    void campaign() {
        rows = new Rows(database);
        shop.personalCampaign(CAMPAIGN, PLACEMENT);
        shop.policy(CAMPAIGN, "campaign:" + CAMPAIGN, LIMIT, "P1D");
    }

    @Test
    void whatWasReservedIsGoneAndWhoeverComesBackStartsAnew() {
        Somebody ann = person(1);
        RequestSpecification request = shop.customer(ann.customers().get(0), true);
        confirm(request, LIMIT - 1);
        String inFlight = reserve(request);

        erase(ann.erasure(Instant.now()));

        request.post("/v1/reservations/" + inFlight + "/confirm").then().statusCode(410);
        request.post("/v1/reservations/" + inFlight + "/seen").then().statusCode(410);
        RequestSpecification back = shop.customer(ann.customers().get(0), true);
        String again = link(ann, 1);
        confirm(back, LIMIT);
        back.body(ask(PLACEMENT, CAMPAIGN, "tent-1"))
                .post("/v1/reservations")
                .then()
                .body("decision", equalTo("DENY"))
                .body("reason.count", equalTo(LIMIT));
        assertThat(rows.contain("person_log", again)).isTrue();
        assertThat(rows.tracesIn(List.of(nameless(ann.persons())))).isEmpty();
    }

    @Test
    void someoneElsesReservationStaysUnknown() {
        Somebody ann = person(1);
        String hers = reserve(shop.customer(ann.customers().get(0), true));

        erase(ann.erasure(Instant.now()));

        shop.customer(somebody(), true)
                .post("/v1/reservations/" + hers + "/confirm")
                .then()
                .statusCode(404);
    }

    @Test
    void browserAloneLeavesThePersonItHadJoinedAsTheyAre() {
        Somebody ann = person(1);
        Somebody browser = person(1);
        confirm(shop.customer(browser.customers().get(0), true), 1);
        confirm(shop.customer(ann.customers().get(0), true), 1);
        String person = ann.persons().get(0);
        send(browser, person, 2);
        Eventually.holds("the merge", () -> counted(person) == 2);
        confirm(shop.customer(browser.customers().get(0), true), 1);
        String before = logOf(person);

        erase(browser.erasure(Instant.now()));

        assertThat(rows.tracesIn(List.of(browser))).isEmpty();
        assertThat(logOf(person)).isEqualTo(before);
        assertThat(valuesUnder(browser)).isEmpty();
        assertThat(valuesUnder(ann)).isNotEmpty();
    }

    @Test
    void browserForgottenAloneJoinsAgainWhenItWasSeenAgainAndNotByAReplay() {
        Somebody ann = person(1);
        Somebody browser = person(1);
        String person = ann.persons().get(0);
        Instant seen = Instant.now();
        sendSeen(browser, person, 2, seen);
        Eventually.holds("the link", () -> standsUnder(browser, person));
        erase(browser.erasure(Instant.now()));

        sendSeen(browser, person, 3, seen);
        person(40);

        assertThat(standsUnder(browser, person)).as("by what was read meanwhile").isFalse();
        assertThat(standsUnder(ann, person)).isTrue();
        sendSeen(browser, person, 4, Instant.now());
        Eventually.holds("the link", () -> standsUnder(browser, person));
    }

    @Test
    void linkOfANewLifeStandsAndBringsNothingAlongHoweverCloseItFollows() {
        for (int round = 0; round < 5; round++) {
            Somebody browser = person(1);
            confirm(shop.customer(browser.customers().get(0), true), 1);
            String person = Crowd.pseudonym(random);
            Instant now = Instant.now();
            Erasure erasure = browser.erasure(now);

            shop.erasures().send(erasure);
            sendSeen(browser, person, 2, now.plusMillis(1));

            receipt(erasure);
            Eventually.holds("the link", () -> standsUnder(browser, person));
            assertThat(counted(person)).isZero();
        }
    }

    @Test
    void linkThatAnotherReplicaBroughtBackGoesAgainWithoutAReceipt() {
        Somebody ann = person(1);
        Somebody browser = person(1);
        String person = ann.persons().get(0);
        confirm(shop.customer(ann.customers().get(0), true), 1);
        String before = logOf(person);
        Erasure erasure = browser.erasure(Instant.now());
        erase(erasure);
        UUID key = RowKey.ofPerson(browser.keys().get(0).value());
        database.preparedQuery(
                        "insert into person_log (key, moved_to, moved_name, moved_version, first_seen_at) values ($1, $2, $3, 2, $4)")
                .execute(
                        Tuple.of(
                                key,
                                RowKey.ofPerson(person),
                                person,
                                erasure.erasedAt().atOffset(ZoneOffset.UTC)))
                .await()
                .indefinitely();

        forgetting.forget(List.of(erasure));

        Eventually.holds("it is gone", () -> rows.tracesIn(List.of(browser)).isEmpty());
        assertThat(logOf(person)).isEqualTo(before);
        erase(person(1).erasure(Instant.now()));
        assertThat(receipts(erasure)).isOne();
    }

    private boolean standsUnder(Somebody one, String person) {
        return rows.count(
                        "select count(*) from person_log where key = $1 and moved_name = $2",
                        Tuple.of(RowKey.ofPerson(one.keys().get(0).value()), person))
                == 1;
    }

    private void sendSeen(Somebody one, String person, int version, Instant firstSeenAt) {
        shop.topics()
                .send(
                        "profile.identity.v1",
                        one.keys().get(0).value(),
                        "{\"person\":\"%s\",\"version\":%d,\"firstSeenAt\":\"%s\"}"
                                .formatted(person, version, firstSeenAt));
    }

    @Test
    void oldOrderThatNamesAForgottenBrowserStopsForTheOthersAlone() {
        Somebody ann = person(1);
        Somebody browser = person(1);
        Instant before = Instant.now();
        erase(browser.erasure(Instant.now()));

        String keys =
                Stream.of(ann, browser)
                        .map(one -> '"' + one.keys().get(0).value() + '"')
                        .collect(Collectors.joining(","));
        shop.topics()
                .send(
                        "profile.event.v1",
                        ann.keys().get(0).value() + "/late",
                        "{\"type\":\"track\",\"name\":\"Order Completed\",\"identities\":[%s],\"products\":[{\"productId\":\"tent-1\"}],\"receivedAt\":\"%s\"}"
                                .formatted(keys, before));

        Eventually.holds(
                "the stop",
                () ->
                        rows.count(
                                        "select count(*) from capped where person = $1",
                                        Tuple.of(RowKey.ofPerson(ann.persons().get(0))))
                                == 1);
        assertThat(rows.tracesIn(List.of(browser))).isEmpty();
    }

    @Test
    void identityThatNobodyNamedComesHome() {
        Somebody ann = person(1);
        Somebody other = person(1);
        send(other, ann.persons().get(0), 2);
        confirm(shop.customer(ann.customers().get(0), true), LIMIT);
        Eventually.holds(
                "the redirect",
                () ->
                        rows.count(
                                        "select count(*) from person_log where moved_name = $1",
                                        Tuple.of(ann.persons().get(0)))
                                == 2);

        erase(ann.erasure(Instant.now()));

        assertThat(rows.tracesIn(List.of(ann))).isEmpty();
        confirm(shop.customer(other.customers().get(0), true), LIMIT);
    }

    @Test
    void crashBetweenTheRowsAndTheTopicsEndsInOneTruthfulReceipt() throws Exception {
        Somebody ann = person(2);
        confirm(shop.customer(ann.customers().get(0), true), 2);
        confirm(shop.customer(ann.customers().get(1), true), 2);
        Erasure erasure = ann.erasure(Instant.now());
        long logs = rows.counts(ann.traces()).getOrDefault("person_log", 0L);
        var topics = new TopicsGone();
        var crashing =
                new TakeBack(inFlight, new FindPublished(database, topics), answering, relay);
        new ForgetHere(database, inFlight, applied, deleting, crashing).forget(List.of(erasure));
        Eventually.holds("it tries again", () -> topics.tries.get() > 1);
        crashing.close();
        assertThat(receipts(erasure)).isZero();
        RequestSpecification back = shop.customer(ann.customers().get(0), true);
        confirm(back, 1);

        forgetting.forget(List.of(erasure));
        forgetting.forget(List.of(erasure));

        JsonNode receipt = receipt(erasure);
        assertThat(receipts(erasure)).isOne();
        assertThat(ErasureRequests.deleted(receipt))
                .containsEntry("postgres person_log", logs)
                .containsEntry("kafka frequency.impression.v1", 4L);
        Eventually.holds("what came after is still there", () -> valuesUnder(ann).size() == 1);
        confirm(back, LIMIT - 1);
    }

    private static final class TopicsGone extends TopicKeys {
        private final AtomicInteger tries = new AtomicInteger();

        TopicsGone() {
            super(Optional.empty(), "localhost:1");
        }

        @Override
        Set<String> of(String topic, Set<String> names) {
            tries.incrementAndGet();
            throw new KafkaException("gone");
        }
    }

    @Test
    void pseudonymThatAnotherReplicaBroughtBackGoesAgainWithoutAReceipt() {
        Somebody ann = person(1);
        Erasure erasure = ann.erasure(Instant.now());
        erase(erasure);
        database.preparedQuery("insert into person_log (key) values ($1)")
                .execute(Tuple.of(RowKey.ofPerson(ann.persons().get(0))))
                .await()
                .indefinitely();

        forgetting.forget(List.of(erasure));

        Eventually.holds("it is gone", () -> rows.tracesIn(List.of(ann)).isEmpty());
        erase(person(1).erasure(Instant.now()));
        assertThat(receipts(erasure)).isOne();
    }

    @Test
    void replicasThatForgetAtOnceSendOneReceipt() throws Exception {
        List<Erasure> erasures =
                Stream.generate(() -> person(2))
                        .limit(5)
                        .map(one -> one.erasure(Instant.now()))
                        .toList();
        var pool = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> forget =
                    () -> {
                        forgetting.forget(erasures);
                        return true;
                    };

            for (var done : pool.invokeAll(List.of(forget, forget, forget))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        erasures.forEach(this::receipt);
        assertThat(erasures).allSatisfy(erasure -> assertThat(receipts(erasure)).isOne());
    }

    @Test
    void decisionsUnderWayBringNothingBack() throws Exception {
        shop.policy(CAMPAIGN, "campaign:" + CAMPAIGN, 1000, "P1D");
        var pool = Executors.newFixedThreadPool(10);
        try {
            for (int round = 0; round < 4; round++) {
                Somebody ann = person(2);
                ann.customers().forEach(name -> shop.customer(name, true));
                Erasure erasure = ann.erasure(Instant.now());
                List<Callable<Boolean>> work = new ArrayList<>();
                for (int request = 0; request < 40; request++) {
                    String customer = ann.customers().get(request % 2);
                    work.add(() -> reserveAndConfirm(shop.asCustomer(customer)));
                }
                work.add(
                        10,
                        () -> {
                            forgetting.forget(List.of(erasure));
                            return true;
                        });

                for (var done : pool.invokeAll(work)) {
                    assertThat(done.get()).isTrue();
                }

                receipt(erasure);
                assertThat(rows.tracesIn(List.of(nameless(ann.persons())))).isEmpty();
                Set<String> standing = standing(ann);
                Eventually.get(
                        "what is published is what stands",
                        () -> Set.copyOf(valuesUnder(ann)),
                        standing::equals);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Whatever becomes of it, nobody waits for ever or gets an error. */
    private static boolean reserveAndConfirm(RequestSpecification request) {
        String id =
                request.body(ask(PLACEMENT, CAMPAIGN, "tent-1"))
                        .post("/v1/reservations")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("reservation.id");
        if (id == null) {
            return true;
        }
        int status = request.post("/v1/reservations/" + id + "/confirm").statusCode();
        return Set.of(200, 404, 410).contains(status);
    }

    private Set<String> standing(Somebody one) {
        var keys = new HashSet<String>();
        one.keys()
                .forEach(
                        key ->
                                database.preparedQuery(
                                                "select id from person_log, unnest(ids) as id where key = $1")
                                        .execute(Tuple.of(RowKey.ofPerson(key.value())))
                                        .await()
                                        .indefinitely()
                                        .forEach(
                                                row ->
                                                        keys.add(
                                                                key.value()
                                                                        + "/"
                                                                        + ImpressionId.text(
                                                                                row.getLong(0)))));
        return keys;
    }

    private Somebody person(int identities) {
        List<String> customers = Stream.generate(Surroundings::somebody).limit(identities).toList();
        var one =
                new Somebody(
                        customers,
                        customers.stream().map(shop::keyOf).toList(),
                        List.of(Crowd.pseudonym(random)));
        send(one, one.persons().get(0), 1);
        Eventually.holds(
                "the person",
                () ->
                        rows.count(
                                        "select count(*) from person_log where moved_name = $1",
                                        Tuple.of(one.persons().get(0)))
                                == identities);
        return one;
    }

    /** Their pseudonyms alone. */
    private static Somebody nameless(List<String> persons) {
        return new Somebody(List.of(), List.of(), persons);
    }

    private String link(Somebody one, int version) {
        String person = Crowd.pseudonym(random);
        send(one, person, version);
        Eventually.holds("the link", () -> rows.contain("person_log", person));
        return person;
    }

    private void send(Somebody one, String person, int version) {
        one.keys()
                .forEach(
                        key ->
                                shop.topics()
                                        .send(
                                                "profile.identity.v1",
                                                key.value(),
                                                "{\"person\":\"%s\",\"version\":%d}"
                                                        .formatted(person, version)));
    }

    private void erase(Erasure erasure) {
        shop.erasures().send(erasure);
        receipt(erasure);
    }

    private JsonNode receipt(Erasure erasure) {
        return shop.erasures().receipt(erasure.request(), "frequency-service");
    }

    /** How many were sent until now. */
    private long receipts(Erasure erasure) {
        return shop.topics().readToTheEnd(Receipt.TOPIC).stream()
                .filter(record -> record.key().equals(erasure.request().toString()))
                .count();
    }

    private long counted(String person) {
        return rows.count(
                "select coalesce(sum(cardinality(ids)), 0) from person_log where key = $1",
                Tuple.of(RowKey.ofPerson(person)));
    }

    private String logOf(String person) {
        return rows.text(
                "select (ids, whats, sessions, pending, gone)::text from person_log where key = $1",
                Tuple.of(RowKey.ofPerson(person)));
    }

    private List<String> valuesUnder(Somebody one) {
        return shop.topics().last("frequency.impression.v1").entrySet().stream()
                .filter(record -> record.getValue() != null)
                .map(Map.Entry::getKey)
                .filter(
                        key ->
                                one.keys().stream()
                                        .anyMatch(name -> key.startsWith(name.value() + "/")))
                .toList();
    }

    private static void confirm(RequestSpecification request, int times) {
        for (int time = 0; time < times; time++) {
            request.post("/v1/reservations/" + reserve(request) + "/confirm")
                    .then()
                    .statusCode(200);
        }
    }

    private static String reserve(RequestSpecification request) {
        return request.body(ask(PLACEMENT, CAMPAIGN, "tent-1"))
                .post("/v1/reservations")
                .then()
                .statusCode(200)
                .body("decision", equalTo("GRANT"))
                .extract()
                .path("reservation.id");
    }
}
