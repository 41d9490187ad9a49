package io.tact.profile.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import io.tact.profile.keeping.Retention;
import io.tact.profile.publishing.ProfileRelay;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ForgetUnkeptTest {
    private static final Retention SHIPPED =
            new Retention(Map.of(), Period.ofMonths(13), Period.ofYears(10));
    private static final Retention SHORTER =
            new Retention(
                    Map.of("marketing", Period.ofMonths(6)),
                    Period.ofMonths(13),
                    Period.ofYears(10));

    Shop shop;
    @Inject ConsentReplica replica;
    @Inject Pool pool;
    @Inject ProfileRelay relay;
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        phone = shop.visitor();
        for (IdentityKey key : List.of(ann.key(), phone.key())) {
            shop.grant(replica, key, Purpose.EXPERIENCE, Purpose.MARKETING);
        }
    }

    @Test
    void anEventIsDeletedAtTheEndOfItsLastPurposeAndItsTombstoneReachesTheTopic() {
        viewed();
        Instant end = SHIPPED.until(Purpose.EXPERIENCE, at(phone.key()));
        String key = recordKey();

        sweep(SHIPPED, end.minusMillis(1));
        assertThat(purposes(phone.key())).containsExactly("{experience,marketing}");
        sweep(SHIPPED, end);

        assertThat(purposes(phone.key())).isEmpty();
        List<ConsumerRecord<String, String>> records =
                read(
                        "profile.event.v1",
                        record -> record.key().equals(key) && record.value() == null);
        assertThat(records).anyMatch(record -> record.key().equals(key) && record.value() != null);
    }

    @Test
    void anEventIsNarrowedPurposeByPurposeAndItsDayIsComputedAgain() {
        viewed();
        String key = recordKey();
        Instant end = SHORTER.until(Purpose.MARKETING, at(phone.key()));
        define();

        sweep(SHORTER, end.minusMillis(1));
        assertThat(purposes(phone.key())).containsExactly("{experience,marketing}");
        long due = due();
        sweep(SHORTER, end);

        assertThat(purposes(phone.key())).containsExactly("{experience}");
        assertThat(due()).as("numbered so far").isGreaterThan(due);
        List<ConsumerRecord<String, String>> published =
                read(
                        "profile.event.v1",
                        record ->
                                record.key().equals(key)
                                        && record.value() != null
                                        && new JsonPath(record.value())
                                                .getList("purposes")
                                                .equals(List.of("experience")));
        new Contract("profile.event.v1")
                .holdsFor(published.get(published.size() - 1).value(), "narrowed");
    }

    @Test
    void aPeriodThatWasShortenedTakesEffectOnWhatIsStored() {
        viewed();
        Instant now = SHORTER.until(Purpose.MARKETING, at(phone.key()));
        sweep(SHIPPED, now);
        assertThat(purposes(phone.key())).containsExactly("{experience,marketing}");

        sweep(SHORTER, now);

        assertThat(purposes(phone.key())).containsExactly("{experience}");
    }

    @Test
    void anOrderStaysForTheContractWithoutWhatElseWasSaid() {
        Shop.send(
                Shop.SERVER,
                "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"%s\",\"properties\":{\"order_id\":\"1\",\"note\":\"for Ben\"}}"
                        .formatted(ann.userId()));
        Instant at = at(ann.key());

        sweep(SHIPPED, SHIPPED.until(Purpose.EXPERIENCE, at));
        assertThat(purposes(ann.key())).containsExactly("{}");
        assertThat(
                        shop.query(
                                "select coalesce(properties::text, said::text, 'nothing') from event where identity_key = ?",
                                ann.key().value()))
                .containsExactly("nothing");
        sweep(SHIPPED, SHIPPED.contractUntil(at).minusMillis(1));
        assertThat(purposes(ann.key())).hasSize(1);
        sweep(SHIPPED, SHIPPED.contractUntil(at));
        assertThat(purposes(ann.key())).isEmpty();
    }

    @Test
    void aValueIsNarrowedAndThenDeletedAndItsViewFollows() {
        told();
        Instant at = instant("select %s from trait where identity_key = ?", "at", ann.key());
        Instant marketing = SHORTER.until(Purpose.MARKETING, at);
        Instant experience = SHORTER.until(Purpose.EXPERIENCE, at);
        long before = versionOfView();

        sweep(SHORTER, marketing.minusMillis(1));
        assertThat(purposesOfValue()).containsExactly("{experience,marketing}");
        assertThat(versionOfView()).isEqualTo(before);
        sweep(SHORTER, marketing);
        assertThat(purposesOfValue()).containsExactly("{experience}");
        assertThat(versionOfView()).isEqualTo(before + 1);
        sweep(SHORTER, experience.minusMillis(1));
        assertThat(purposesOfValue()).hasSize(1);
        sweep(SHORTER, experience);
        assertThat(purposesOfValue()).isEmpty();
        assertThat(versionOfView()).isEqualTo(before + 2);
    }

    @Test
    void whatHasEndedLeavesThePublishedViewByItself() {
        told();
        String person = shop.person(ann.key());
        read("profile.view.v1", record -> record.key().equals(person) && record.value() != null);

        shop.query(
                "update trait set at = now() - interval '14 months' where identity_key = ?",
                ann.key().value());

        read("profile.view.v1", record -> record.key().equals(person) && record.value() == null);
    }

    @Test
    void databaseAndServiceCountAlikeAndNothingThatEndedIsPassedOver() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        String cases =
                IntStream.range(0, 2_000)
                        .mapToObj(any -> oneCase(random))
                        .collect(Collectors.joining(","));

        List<String> wrong =
                shop.query(
                        """
                        select at || ' ' || period || ' ' || expected || ' ' || kept_until(at, period) || ' ' || ended_before(period, expected)
                        from (values %s) as one(at, period, expected)
                        where kept_until(at, period) <> expected
                            or at >= ended_before(period, expected)
                            or at >= ended_before(period, expected + interval '1 hour')
                            or at < ended_before(period, expected - interval '4 days')"""
                                .formatted(cases));

        assertThat(wrong).as("seed " + seed).isEmpty();
    }

    /** Around the ends of months, and anywhere else. */
    private static String oneCase(Random random) {
        Instant at =
                Instant.parse("2024-01-31T00:00:00Z")
                        .plus(random.nextInt(800), ChronoUnit.DAYS)
                        .plus(random.nextInt(86_400), ChronoUnit.SECONDS);
        Period period =
                random.nextInt(4) == 0
                        ? Period.ofDays(1 + random.nextInt(400))
                        : Period.of(random.nextInt(3), 1 + random.nextInt(14), random.nextInt(3));
        Instant end = new Retention(Map.of(), period, period).until(Purpose.EXPERIENCE, at);
        return "('%s'::timestamptz, '%s'::interval, '%s'::timestamptz)".formatted(at, period, end);
    }

    private String recordKey() {
        return shop.query(
                        "select identity_key || '/' || event_id from event where identity_key = ?",
                        phone.key().value())
                .get(0);
    }

    private void sweep(Retention retention, Instant now) {
        new ForgetUnkept(pool, relay, retention).forget(now).await().atMost(Duration.ofMinutes(3));
    }

    private void viewed() {
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"track\",\"event\":\"Product Viewed\",\"anonymousId\":\"%s\",\"properties\":{\"product_id\":\"tent-1\"}}"
                        .formatted(phone.anonymousId()));
    }

    private void told() {
        shop.as(ann)
                .contentType("application/json")
                .body("{\"favourite_kind\":\"tent\"}")
                .post("/v1/me/traits")
                .then()
                .statusCode(200);
    }

    private void define() {
        shop.query(
                """
                insert into definition (name, body, defined_by)
                values ('kept_' || substr(md5(random()::text), 1, 8),
                    '{"kind":"trait","purpose":"experience","value":"1","over":{}}', 'the test')""");
    }

    /** How many days were ever due. */
    private long due() {
        return Long.parseLong(
                shop.query(
                                "select last_value from pg_sequences where sequencename = 'computed_due_id_seq'")
                        .get(0)
                        .replace("null", "0"));
    }

    private List<String> purposes(IdentityKey key) {
        return shop.query("select purposes::text from event where identity_key = ?", key.value());
    }

    private List<String> purposesOfValue() {
        return shop.query(
                "select purposes::text from trait where identity_key = ?", ann.key().value());
    }

    private long versionOfView() {
        return Long.parseLong(
                shop.query("select version from person where person = ?", shop.person(ann.key()))
                        .get(0));
    }

    private Instant at(IdentityKey key) {
        return instant("select %s from event where identity_key = ?", "at", key);
    }

    private Instant instant(String sql, String column, IdentityKey key) {
        String text =
                "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        .formatted(column);
        return Instant.parse(shop.query(sql.formatted(text), key.value()).get(0));
    }

    private List<ConsumerRecord<String, String>> read(
            String topic, java.util.function.Predicate<ConsumerRecord<String, String>> last) {
        try (var reader =
                new TopicUnderTest(
                        shop.stack().bootstrapServers(), shop.stack().topicPrefix() + topic)) {
            return reader.readUntil(last);
        }
    }
}
