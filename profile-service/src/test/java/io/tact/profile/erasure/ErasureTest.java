package io.tact.profile.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.ErasureRequests;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import io.tact.profile.staff.StaffLooks;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ErasureTest {
    private static final String SERVICE = "profile-service";
    private static final String PATH = "/v1/me/erasure";

    Shop shop;
    @Inject ConsentReplica replica;
    @Inject ForgetRestored forgetRestored;
    @Inject Forgotten forgotten;
    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        phone = shop.visitor();
        allow();
        live();
    }

    @Test
    void dryRunCountsAndChangesNothing() {
        List<String> before = everywhere(canary);

        JsonPath plan =
                shop.as(ann)
                        .contentType("application/json")
                        .body("{\"dryRun\":true}")
                        .post(PATH)
                        .then()
                        .statusCode(200)
                        .body("services", hasSize(4))
                        .body("identities.find{it.type=='user_id'}.count", equalTo(1))
                        .body("identities.find{it.type=='anonymous_id'}.count", equalTo(1))
                        .extract()
                        .jsonPath();

        assertThat(everywhere(canary)).isEqualTo(before).isNotEmpty();
        for (String table : List.of("event", "trait", "edge", "staff_lookup", "identity")) {
            assertThat(plan.getLong("deleted.find{it.store=='" + table + "'}.rows"))
                    .isEqualTo(
                            Long.parseLong(
                                    shop.query(
                                                    "select count(*) from "
                                                            + table
                                                            + " where "
                                                            + (table.equals("edge")
                                                                    ? "left_key"
                                                                    : "identity_key")
                                                            + " in (?, ?)",
                                                    ann.key().value(),
                                                    phone.key().value())
                                            .get(0)));
        }
    }

    @Test
    void nothingOfThePersonIsLeftInAnyTable() {
        Set<String> names = names(ann.key(), phone.key());

        UUID request = erase(shop.as(ann));

        ended(request);
        assertThat(everywhere(canary)).isEmpty();
        for (String name : names) {
            assertThat(everywhere(name))
                    .as("only that it was erased, and tombstones")
                    .isSubsetOf("erased_identity", "erasure", "outbox", "tombstone_due");
        }
        shop.as(ann, phone)
                .get("/v1/me/data")
                .then()
                .body("values", empty())
                .body("events", empty())
                .body("identities", empty());
    }

    @Test
    void everyKeyOnTheTopicsGetsATombstone() {
        List<String> events =
                shop.query(
                        "select identity_key || '/' || event_id from event where identity_key in (?, ?)",
                        ann.key().value(),
                        phone.key().value());
        Set<String> persons = pseudonyms(ann.key(), phone.key());

        ended(erase(shop.as(ann)));

        assertThat(events).isNotEmpty();
        events.forEach(key -> tombstone("profile.event.v1", key));
        persons.forEach(person -> tombstone("profile.view.v1", person));
        tombstone("privacy.limit.v1", ann.key().value());
        tombstone("profile.identity.v1", ann.key().value());
        tombstone("profile.identity.v1", phone.key().value());
    }

    @Test
    void theOthersAreToldWhomToForgetAndThisServiceSigns() {
        Set<String> persons = pseudonyms(ann.key(), phone.key());

        UUID request = erase(shop.as(ann));

        ConsumerRecord<String, String> told =
                onTopic("privacy.erasure.v1", request.toString(), false);
        new Contract("privacy.erasure.v1").holdsFor(told.value(), "an erasure");
        JsonPath erasure = new JsonPath(told.value());
        assertThat(erasure.getList("identities", String.class))
                .containsExactlyInAnyOrder(ann.key().value(), phone.key().value());
        assertThat(erasure.getList("persons", String.class)).containsAll(persons);
        JsonNode receipt = new ErasureRequests(shop.stack()).receipt(request, SERVICE);
        assertThat(deleted(receipt, "event")).isPositive();
        assertThat(deleted(receipt, "trait")).isPositive();
        assertThat(receipt.toString()).doesNotContain(ann.key().value(), canary);
    }

    @Test
    void itIsCompleteWhenEverybodyHasAnsweredAndSaysWhoIsMissing() {
        var others = new ErasureRequests(shop.stack());

        UUID request = erase(shop.as(ann));

        Eventually.holds(
                "own receipt", () -> progress(request).getList("answered").contains(SERVICE));
        assertThat(progress(request).getString("status")).isEqualTo("under-way");
        assertThat(progress(request).getList("missing", String.class))
                .containsExactly("consent-service", "frequency-service", "recommendation-service");
        staff().get("/v1/erasures")
                .then()
                .statusCode(200)
                .body("erasures.request", hasItem(request.toString()));
        others.produce(
                "privacy.receipt.v1",
                request.toString(),
                "{\"request\":\"%s\",\"service\":\"frequency-service\",\"receipt\":\"e30.e30.AAAA\"}"
                        .formatted(request));
        others.answer(request, "consent-service");
        others.answer(request, "recommendation-service");
        Eventually.holds("two more", () -> progress(request).getList("answered").size() == 3);
        assertThat(progress(request).getList("missing"))
                .as("an answer that nobody signed is none")
                .containsExactly("frequency-service");
        others.answer(request, "frequency-service");
        Eventually.holds(
                "complete", () -> progress(request).getString("status").equals("complete"));
        assertThat(progress(request).getList("receipts")).hasSize(4);
    }

    @Test
    void neitherARetryNorAnOldBatchNorALaterTimeBringsAnybodyBack() {
        String old = viewed("old", Instant.now().minusSeconds(60));
        String same = viewed("same", Instant.now().minusSeconds(60));
        Shop.send(Shop.SERVER, same);
        Shop.send(Shop.HISTORY, same);
        assertThat(everywhere("same-" + canary)).contains("event");
        ended(erase(shop.as(ann)));
        allow();

        Shop.send(Shop.HISTORY, old, same, viewed("same", Instant.now().plusSeconds(60)));

        assertThat(everywhere(canary)).isEmpty();
        assertThat(shop.person(ann.key())).isEqualTo("nobody");
    }

    @Test
    void whatIsSentAgainDoesNotEvenWaitForAnAnswer() {
        ended(erase(shop.as(ann)));
        heard(phone.key());

        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"track\",\"event\":\"Product Viewed\",\"anonymousId\":\"%s\",\"timestamp\":\"%s\"}"
                        .formatted(phone.anonymousId(), Instant.now().minusSeconds(60)));

        assertThat(shop.query("select 1 from waiting_event where awaits = ?", phone.key().value()))
                .isEmpty();
    }

    @Test
    void whoeverComesBackIsSomebodyNew() {
        String before = shop.person(ann.key());
        ended(erase(shop.as(ann)));
        allow();

        Shop.send(Shop.HISTORY, viewed("new", Instant.now().plusSeconds(1)));

        assertThat(shop.person(ann.key())).isNotEqualTo(before).isNotEqualTo("nobody");
        shop.as(ann).get("/v1/me/data").then().body("events", hasSize(1));
    }

    @Test
    void aBrowserForgetsItselfAndNotTheAccountThatOnceUsedIt() {
        String account = shop.person(ann.key());
        assertThat(shop.person(phone.key())).isEqualTo(account);

        ended(erase(shop.as(phone)));

        assertThat(shop.person(phone.key())).isEqualTo("nobody");
        assertThat(shop.person(ann.key())).isEqualTo(account);
        shop.as(ann)
                .get("/v1/me/data")
                .then()
                .body("events", not(empty()))
                .body("values.name", hasItem("size"));
        assertThat(everywhere(phone.key().value()))
                .as("no event of the account names it any more")
                .isSubsetOf("erased_identity", "outbox", "tombstone_due");
        assertThat(onTopic("privacy.erasure.v1", latest(phone.key()), false).value())
                .doesNotContain(account);
    }

    @Test
    void aLateOrderOfTheAccountLosesTheNameOfTheErasedBrowserAlone() {
        ended(erase(shop.as(phone)));
        heard(phone.key());

        Shop.send(Shop.SERVER, ordered("late", ann.userId(), phone.anonymousId()));

        namesTheAccountAlone("late");
    }

    @Test
    void anOrderThatComesWhileTheBrowserIsBeingErasedLosesItsNameAlone() {
        ended(erase(shop.as(phone)));
        Visitor tablet = shop.visitor();
        isBeingErased(tablet.key());

        Shop.send(Shop.SERVER, ordered("meanwhile", ann.userId(), tablet.anonymousId()));

        namesTheAccountAlone("meanwhile");
        assertThat(shop.person(tablet.key())).isEqualTo("nobody");
    }

    @Test
    void aLateVisitOfTheAccountDoesNotLinkTheErasedBrowserAgain() {
        ended(erase(shop.as(phone)));
        heard(phone.key());
        Visitor tablet = shop.visitor();
        isBeingErased(tablet.key());
        allow();

        for (Visitor erased : List.of(phone, tablet)) {
            Shop.send(
                    Shop.HISTORY,
                    viewed("visit", Instant.now().minusSeconds(60))
                            .replace(
                                    "\"userId\"",
                                    "\"anonymousId\":\"%s\",\"userId\""
                                            .formatted(erased.anonymousId()))
                            .replace("visit-", "of-" + erased.anonymousId() + "-"));

            assertThat(
                            shop.query(
                                    "select identities::text from event where message_id = ?",
                                    "of-" + erased.anonymousId() + "-" + canary))
                    .containsExactly("{" + ann.key().value() + "}");
            assertThat(everywhere(erased.key().value()))
                    .isSubsetOf("erased_identity", "outbox", "tombstone_due");
        }
    }

    @Test
    void aLateEventOfTheErasedIsRefusedWholeWhoeverElseItNames() {
        String before = shop.person(phone.key());
        Customer bob = shop.customer();
        ended(erase(shop.as(bob)));
        heard(bob.key());
        Customer eve = shop.customer();
        isBeingErased(eve.key());

        Shop.send(
                Shop.SERVER,
                ordered("of-bob", bob.userId(), phone.anonymousId()),
                ordered("of-eve", eve.userId(), phone.anonymousId()));

        assertThat(shop.query("select 1 from event where order_id like 'of-%-" + canary + "'"))
                .isEmpty();
        assertThat(shop.person(phone.key())).isEqualTo(before);
    }

    @Test
    void aLateEventOfABrowserKeepsNothingThatWasSaidAboutItsErasedUser() {
        Visitor tablet = shop.visitor();
        Customer bob = shop.customer();
        Customer eve = shop.customer();
        List.of(tablet.key(), eve.key())
                .forEach(key -> shop.grant(replica, key, Purpose.EXPERIENCE));
        Instant then = Instant.now();
        ended(erase(shop.as(bob)));
        heard(bob.key());
        isBeingErased(eve.key());

        for (Customer erased : List.of(bob, eve)) {
            Shop.send(
                    Shop.BROWSER,
                    "{\"type\":\"identify\",\"messageId\":\"%s\",\"anonymousId\":\"%s\",\"userId\":\"%1$s\",\"timestamp\":\"%s\",\"traits\":{\"nickname\":\"of-%1$s\"}}"
                            .formatted(erased.userId(), tablet.anonymousId(), then));

            assertThat(
                            shop.query(
                                    "select identities::text from event where message_id = ?",
                                    erased.userId()))
                    .as(erased.equals(bob) ? "bob" : "eve")
                    .containsExactly("{" + tablet.key().value() + "}");
            assertThat(everywhere("of-" + erased.userId())).isEmpty();
        }
    }

    @Test
    void whoeverComesBackIsPublishedAsSeenSinceAndWithAHigherVersion() {
        JsonPath old = published(phone.key(), Instant.EPOCH);
        UUID request = erase(shop.as(phone));
        ended(request);
        Instant erasedAt =
                Instant.parse(
                        new JsonPath(
                                        onTopic("privacy.erasure.v1", request.toString(), false)
                                                .value())
                                .getString("erasedAt"));
        allow();

        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"page\",\"anonymousId\":\"%s\"}".formatted(phone.anonymousId()));

        JsonPath back = published(phone.key(), erasedAt);
        assertThat(Instant.parse(old.getString("firstSeenAt"))).isBefore(erasedAt);
        assertThat(Instant.parse(back.getString("firstSeenAt"))).isAfter(erasedAt);
        assertThat(back.getLong("version")).isGreaterThan(old.getLong("version"));
    }

    @Test
    void nobodyForgetsSomebodyElse() {
        Customer bob = shop.customer();

        ended(erase(shop.as(bob)));

        shop.as(ann).get("/v1/me/data").then().body("events", not(empty()));
        shop.as(ann).get(PATH).then().statusCode(200).body("requests", empty());
    }

    @Test
    void whatWasUnderWayAtTheRequestGoesAsWell() throws Exception {
        UUID request;
        try (var connection =
                DriverManager.getConnection(
                        shop.stack().jdbcUrl(),
                        shop.stack().databaseUser(),
                        shop.stack().databasePassword())) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(valueOf("late"));
            request = erase(shop.as(ann));
            assertThat(progress(request).getString("erasedAt")).isNull();
            connection.commit();
        }

        ended(request);

        assertThat(everywhere(canary)).isEmpty();
    }

    @Test
    void aDatabaseFromBeforeForgetsAgain() {
        UUID request = erase(shop.as(ann));
        ended(request);
        Instant erasedAt = Instant.parse(progress(request).getString("erasedAt"));
        // at once: the service may be reading of that erasure on the topic just now, and forget
        List<String> restored =
                shop.query(
                        """
                        with one as (delete from erasure where request = ?),
                            other as (delete from erased_identity where request = ?),
                            third as (delete from erased_event)
                        """
                                + valueOf("restored")
                                + " returning name",
                        request,
                        request);
        assertThat(restored).isNotEmpty();

        forgetRestored.forget(
                List.of(new Erasure(request, erasedAt, Set.of(ann.key(), phone.key()), Set.of())));

        assertThat(everywhere(canary)).isEmpty();
        Shop.send(Shop.HISTORY, viewed("restored again", erasedAt.minusSeconds(30)));
        assertThat(everywhere(canary)).isEmpty();
    }

    @Test
    void askingTwiceAtOnceIsOneRequest() throws Exception {
        try (var connection =
                DriverManager.getConnection(
                        shop.stack().jdbcUrl(),
                        shop.stack().databaseUser(),
                        shop.stack().databasePassword())) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select pg_current_xact_id()");

            UUID request = erase(shop.as(ann));

            assertThat(erase(shop.as(ann))).isEqualTo(request);
            connection.commit();
        }
    }

    @Test
    void aWishThatDoesNotSayWhetherItIsMeantIsRefused() {
        for (String body : List.of("", "{}", "{\"dryRun\":null}", "[]", "{\"dryRun\":\"no\"}")) {
            shop.as(ann)
                    .contentType("application/json")
                    .body(body)
                    .post(PATH)
                    .then()
                    .statusCode(400);
        }
        assertThat(shop.person(ann.key())).isNotEqualTo("nobody");
    }

    /** Kept with its products for whoever it is of. */
    private void namesTheAccountAlone(String order) {
        assertThat(
                        shop.query(
                                "select identities::text from event where order_id = ?",
                                order + "-" + canary))
                .containsExactly("{" + ann.key().value() + "}");
        String key =
                shop.query(
                                "select identity_key || '/' || event_id from event where order_id = ?",
                                order + "-" + canary)
                        .get(0);
        String event = onTopic("profile.event.v1", key, false).value();
        new Contract("profile.event.v1").holdsFor(event, order);
        assertThat(new JsonPath(event).getList("identities", String.class))
                .containsExactly(ann.key().value());
        assertThat(new JsonPath(event).getString("products[0].productId")).isEqualTo("tent-1");
    }

    private String ordered(String order, String userId, String anonymousId) {
        return "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"%s\",\"anonymousId\":\"%s\",\"timestamp\":\"%s\",\"properties\":{\"order_id\":\"%s-%s\",\"products\":[{\"product_id\":\"tent-1\"}]}}"
                .formatted(userId, anonymousId, Instant.now().minusSeconds(60), order, canary);
    }

    private void heard(IdentityKey key) {
        Eventually.holds(
                "heard by the service itself",
                () -> forgotten.holds(key, Instant.now().minusSeconds(60)));
    }

    /** As the request's transaction leaves it; this service has not heard of its end. */
    private void isBeingErased(IdentityKey key) {
        shop.query(
                "insert into erased_identity (identity_key, request) values (?, gen_random_uuid())",
                key.value());
    }

    private JsonPath published(IdentityKey key, Instant seenAfter) {
        String value =
                onTopic(
                                "profile.identity.v1",
                                record ->
                                        record.key().equals(key.value())
                                                && record.value() != null
                                                && Instant.parse(
                                                                new JsonPath(record.value())
                                                                        .getString("firstSeenAt"))
                                                        .isAfter(seenAfter))
                        .value();
        new Contract("profile.identity.v1").holdsFor(value, key.value());
        return new JsonPath(value);
    }

    private String valueOf(String name) {
        return """
        insert into trait (identity_key, name, class, value, personal, purposes, source, message_id, at)
        values ('%s', '%s', 'observed', '"%s"', false, '{experience}', 'x', 'x', now())"""
                .formatted(ann.key().value(), name, canary);
    }

    private void allow() {
        for (IdentityKey key : List.of(ann.key(), phone.key())) {
            shop.grant(replica, key, Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        }
    }

    /** Leaves something in as many tables as possible. */
    private void live() {
        Shop.send(
                Shop.SERVER,
                "{\"type\":\"identify\",\"userId\":\"%s\",\"anonymousId\":\"%s\",\"traits\":{\"size\":42,\"nickname\":\"%s\"}}"
                        .formatted(ann.userId(), phone.anonymousId(), canary),
                "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"%s\",\"anonymousId\":\"%s\",\"properties\":{\"order_id\":\"o-%3$s\",\"products\":[{\"product_id\":\"p-%3$s\"}]}}"
                        .formatted(ann.userId(), phone.anonymousId(), canary));
        Shop.send(Shop.HISTORY, viewed("first", Instant.now()));
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"track\",\"event\":\"Product Viewed\",\"anonymousId\":\"%s\",\"properties\":{\"product_id\":\"%s\"}}"
                        .formatted(phone.anonymousId(), canary));
        shop.as(ann)
                .contentType("application/json")
                .body("{\"favourite_kind\":\"%s\"}".formatted(canary))
                .post("/v1/me/traits")
                .then()
                .statusCode(200);
        shop.as(ann, phone).get("/v1/me/profile?purpose=experience").then().statusCode(200);
        StaffLooks.lookUp(shop, ann, "ticket " + canary).statusCode(200);
        shop.as(ann, phone)
                .contentType("application/json")
                .body("{\"objected\":true}")
                .put("/v1/me/limits")
                .then()
                .statusCode(200);
        Eventually.holds(
                "one person", () -> shop.person(ann.key()).equals(shop.person(phone.key())));
    }

    private String viewed(String messageId, Instant at) {
        return "{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"%s\",\"messageId\":\"%s\",\"timestamp\":\"%s\",\"properties\":{\"product_id\":\"%s\"},\"context\":{\"consent\":{\"categoryPreferences\":{\"experience\":true}}}}"
                .formatted(ann.userId(), messageId + "-" + canary, at, canary);
    }

    private UUID erase(RequestSpecification whoever) {
        return UUID.fromString(
                whoever.contentType("application/json")
                        .body("{\"dryRun\":false}")
                        .post(PATH)
                        .then()
                        .statusCode(202)
                        .body("missing", not(empty()))
                        .extract()
                        .path("request"));
    }

    /** The others have been told. */
    private void ended(UUID request) {
        Eventually.holds(
                "ended",
                () ->
                        shop.query(
                                                "select 1 from erasure where request = ? and erased_at is not null",
                                                request)
                                        .size()
                                == 1);
    }

    private JsonPath progress(UUID request) {
        JsonPath all = shop.as(ann).get(PATH).then().statusCode(200).extract().jsonPath();
        return all.setRootPath("requests.find{it.request=='" + request + "'}");
    }

    private RequestSpecification staff() {
        return given().auth().oauth2(shop.stack().tokens().staff("privacy-officer"));
    }

    private String latest(IdentityKey key) {
        return shop.query(
                        "select request::text from erased_identity where identity_key = ?",
                        key.value())
                .get(0);
    }

    private Set<String> pseudonyms(IdentityKey... keys) {
        return Stream.of(keys)
                .flatMap(
                        key ->
                                shop
                                        .query(
                                                "select unnest(array[pseudonym, person]) from identity where identity_key = ?",
                                                key.value())
                                        .stream())
                .collect(Collectors.toSet());
    }

    private Set<String> names(IdentityKey... keys) {
        return Stream.concat(Stream.of(keys).map(IdentityKey::value), pseudonyms(keys).stream())
                .collect(Collectors.toSet());
    }

    /** The tables any row of which contains this, whatever the column. */
    private List<String> everywhere(String text) {
        var found = new ArrayList<String>();
        for (String table :
                shop.query(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1")) {
            if (!shop.query(
                            "select 1 from " + table + " as whole where whole::text like ? limit 1",
                            "%" + text + "%")
                    .isEmpty()) {
                found.add(table);
            }
        }
        return found;
    }

    private void tombstone(String topic, String key) {
        onTopic(topic, key, true);
    }

    private ConsumerRecord<String, String> onTopic(String topic, String key, boolean tombstone) {
        return onTopic(
                topic, record -> record.key().equals(key) && (record.value() == null) == tombstone);
    }

    private ConsumerRecord<String, String> onTopic(
            String topic, Predicate<ConsumerRecord<String, String>> sought) {
        try (var read =
                new TopicUnderTest(
                        shop.stack().bootstrapServers(), shop.stack().topicPrefix() + topic)) {
            List<ConsumerRecord<String, String>> records = read.readUntil(sought);
            return records.get(records.size() - 1);
        }
    }

    private static long deleted(JsonNode receipt, String name) {
        for (JsonNode deleted : receipt.path("deleted")) {
            if (deleted.path("name").asText().equals(name)) {
                return deleted.path("count").asLong();
            }
        }
        return 0;
    }
}
