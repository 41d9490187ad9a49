package io.tact.profile.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.outbox.KeyPrefixPartitioner;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import io.tact.profile.question.Questions;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class PublishingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    Shop shop;
    @Inject ConsentReplica replica;
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        phone = shop.visitor();
        shop.grant(replica, phone.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        shop.grant(replica, ann.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
    }

    @Test
    void everyEventThatIsEmittedKeepsTheContractAndNamesNobody() throws Exception {
        String canary = "canary-" + ann.userId();
        Shop.send(
                Shop.BROWSER,
                """
                {"type":"track","event":"Product Viewed","anonymousId":"%s","context":{"sessionId":"%s","page":{"title":"%s"}},
                 "properties":{"product_id":"tent-1","price":99.5,"note":"%s"}}"""
                        .formatted(phone.anonymousId(), canary, canary, canary),
                "{\"type\":\"page\",\"name\":\"%s\",\"anonymousId\":\"%s\"}"
                        .formatted(canary, phone.anonymousId()),
                "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"traits\":{\"name\":\"%s\"}}"
                        .formatted(phone.anonymousId(), canary));
        Shop.send(
                Shop.SERVER,
                """
                {"type":"track","event":"Order Completed","messageId":"last-%s","userId":"%s","anonymousId":"%s","timestamp":"2026-01-02T03:04:05Z",
                 "properties":{"order_id":"4711","gift_for":"%s","products":[{"product_id":"tent-1","quantity":2,"name":"%s"}]}}"""
                        .formatted(
                                ann.userId(), ann.userId(), phone.anonymousId(), canary, canary));

        var expected = new AtomicInteger(4);
        var records =
                read(
                        "profile.event.v1",
                        record ->
                                Stream.of(ann.key(), phone.key())
                                                .anyMatch(
                                                        key ->
                                                                record.key()
                                                                        .startsWith(
                                                                                key.value() + "/"))
                                        && expected.decrementAndGet() == 0);

        List<JsonNode> mine = new ArrayList<>();
        for (var record : withoutTombstones(records)) {
            new Contract("profile.event.v1").holdsFor(record.value(), record.key());
            assertThat(record.value()).doesNotContain(canary, phone.anonymousId(), ann.userId());
            JsonNode event = JSON.readTree(record.value());
            assertThat(record.key())
                    .isEqualTo(
                            event.path("identityKey").asText()
                                    + "/"
                                    + event.path("eventId").asText());
            if (record.key().startsWith(phone.key().value())
                    || record.key().startsWith(ann.key().value())) {
                mine.add(event);
            }
        }
        assertThat(mine)
                .extracting(event -> event.path("name").asText())
                .containsExactlyInAnyOrder("Product Viewed", "page", "identify", "Order Completed");
        JsonNode order =
                mine.stream()
                        .filter(event -> event.path("orderId").asText().equals("4711"))
                        .findFirst()
                        .orElseThrow();
        assertThat(order.path("identities"))
                .extracting(JsonNode::asText)
                .containsExactly(ann.key().value(), phone.key().value());
        assertThat(order.path("person").asText()).isEqualTo(shop.person(ann.key()));
        assertThat(order.path("ground").asText()).isEqualTo("contract");
        assertThat(order.path("at").asText()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void recordsCarryTheHeadersOfCloudEventsAndStandInThePartitionOfTheirIdentity() {
        Shop.with(Shop.BROWSER)
                .header("X-Request-Id", "request-of-the-test")
                .body("{\"anonymousId\":\"" + phone.anonymousId() + "\"}")
                .post("/v1/page")
                .then()
                .statusCode(200)
                .header("X-Request-Id", equalTo("request-of-the-test"));

        var records =
                read("profile.event.v1", record -> record.key().startsWith(phone.key().value()));
        var record = records.get(records.size() - 1);

        assertThat(header(record, "ce_type")).isEqualTo("io.tact.profile.event.v1");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_source")).isEqualTo("/profile-service");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_requestid")).isEqualTo("request-of-the-test");
        assertThat(header(record, "ce_id")).isNotBlank();
        assertThat(record.partition())
                .isEqualTo(KeyPrefixPartitioner.partition(phone.key().value(), 4));
    }

    @Test
    void linkAndUnlinkArePublishedWithRisingVersions() throws Exception {
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"page\",\"anonymousId\":\"" + phone.anonymousId() + "\"}");
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));
        awaitVersion(2);
        shop.withdraw(replica, ann.key(), Purpose.IDENTITY_LINK);

        var records = awaitVersion(3);

        var mine = new ArrayList<JsonNode>();
        for (var record : withoutTombstones(records)) {
            new Contract("profile.identity.v1").holdsFor(record.value(), record.key());
            if (record.key().equals(phone.key().value())) {
                mine.add(JSON.readTree(record.value()));
            }
        }
        assertThat(mine)
                .extracting(identity -> identity.path("version").asLong())
                .isSorted()
                .contains(2L)
                .endsWith(3L);
        assertThat(mine.get(mine.size() - 1).path("person").asText())
                .isEqualTo(shop.person(phone.key()))
                .isNotEqualTo(shop.person(ann.key()));
    }

    @Test
    void viewOfAPersonHoldsWhatIsKnownOfAllTheirIdentitiesButNoNames() throws Exception {
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"traits\":{\"favourite_kind\":\"coat\",\"email\":\"canary@shop.example\",\"deep\":{\"a\":1}}}"
                        .formatted(phone.anonymousId()));
        shop.as(ann)
                .contentType("application/json")
                .body("{\"favourite_kind\":\"tent\"}")
                .post("/v1/me/traits")
                .then()
                .statusCode(200);
        String alone = shop.person(phone.key());
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));
        String person = shop.person(ann.key());

        var records =
                read(
                        "profile.view.v1",
                        record ->
                                record.key().equals(person)
                                        && String.valueOf(record.value())
                                                .contains(phone.key().value()));

        new Contract("profile.view.v1").holdsFor(records.get(records.size() - 1).value(), person);
        JsonNode view = JSON.readTree(records.get(records.size() - 1).value());
        assertThat(view.path("identities"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(ann.key().value(), phone.key().value());
        assertThat(view.path("traits").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("favourite_kind");
        assertThat(view.path("traits").path("favourite_kind"))
                .extracting(
                        value -> value.path("value").asText() + " " + value.path("class").asText())
                .containsExactly("tent told", "coat observed");
        read("profile.view.v1", record -> record.key().equals(alone) && record.value() == null);
    }

    @Test
    void viewSaysUntilWhenAnAnswerCountsAndNothingProtected() throws Exception {
        Purpose health = Purpose.sensitive("health");
        shop.grant(replica, ann.key(), health);
        String hip = Questions.ask(shop, health.name(), "{\"type\":\"boolean\"}");
        String colour = Questions.ask(shop, "experience", Questions.COLOURS);
        for (String answer : List.of(hip + " true", colour + " \"red\"")) {
            shop.as(ann)
                    .contentType("application/json")
                    .body("{\"value\":" + answer.split(" ")[1] + "}")
                    .put("/v1/me/questions/" + answer.split(" ")[0] + "/answer")
                    .then()
                    .body("kept", equalTo(true));
        }
        String person = shop.person(ann.key());

        var records =
                read(
                        "profile.view.v1",
                        record ->
                                record.key().equals(person)
                                        && String.valueOf(record.value()).contains(colour));

        String view = records.get(records.size() - 1).value();
        new Contract("profile.view.v1").holdsFor(view, person);
        assertThat(view).doesNotContain(hip);
        assertThat(JSON.readTree(view).at("/traits/" + colour + "/0/until").asText()).endsWith("Z");
        shop.query(
                "update trait set expires_at = '2026-01-31T09:30:00Z' where identity_key = ?",
                ann.key().value());
        read("profile.view.v1", record -> record.key().equals(person) && record.value() == null);
    }

    private List<ConsumerRecord<String, String>> awaitVersion(long version) {
        return read(
                "profile.identity.v1",
                record ->
                        record.key().equals(phone.key().value())
                                && record.value().contains("\"version\" : " + version));
    }

    private List<ConsumerRecord<String, String>> read(
            String topic, Predicate<ConsumerRecord<String, String>> last) {
        try (var reader =
                new TopicUnderTest(
                        shop.stack().bootstrapServers(), shop.stack().topicPrefix() + topic)) {
            return reader.readUntil(last);
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    /** Other tests have people forgotten. */
    private static List<ConsumerRecord<String, String>> withoutTombstones(
            List<ConsumerRecord<String, String>> records) {
        return records.stream().filter(record -> record.value() != null).toList();
    }
}
