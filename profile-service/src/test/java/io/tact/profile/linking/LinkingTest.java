package io.tact.profile.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class LinkingTest {
    Shop shop;
    @Inject ConsentReplica replica;
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        phone = shop.visitor();
    }

    @Test
    void visitsJoinTheAccountWhenBothAreProvenAndBothAllowIt() {
        allow(ann.key(), phone.key());

        link(ann, phone, true, null);

        assertThat(shop.person(phone.key())).isEqualTo(shop.person(ann.key())).hasSize(22);
    }

    @Test
    void oneSideThatDoesNotAllowItIsEnoughToKeepThemApart() {
        allow(ann.key());

        link(ann, phone, false, "NOT_GRANTED");

        assertThat(shop.person(phone.key())).isNotEqualTo(shop.person(ann.key()));
    }

    @Test
    void laterGrantIsEnoughAfterAConfirmation() {
        allow(ann.key());
        link(ann, phone, false, "NOT_GRANTED");

        allow(phone.key());

        untilLinked(phone, ann);
    }

    @Test
    void withdrawalCutsAndRestoresBothSides() {
        allow(ann.key(), phone.key());
        send(Shop.BROWSER, page(phone));
        String before = shop.person(phone.key());
        link(ann, phone, true, null);

        shop.withdraw(replica, phone.key(), Purpose.IDENTITY_LINK);

        Eventually.holds(
                "a person of its own again", () -> shop.person(phone.key()).equals(before));
        assertThat(shop.person(ann.key())).isNotEqualTo(before);
        assertThat(
                        shop.query(
                                "select version::text from identity where identity_key = ?",
                                phone.key().value()))
                .as("known, linked, cut")
                .containsExactly("3");
    }

    @Test
    void mergedAndUnmergedIsByteForByteWhatWasNeverMerged() {
        allow(ann.key());
        shop.grant(replica, phone.key(), Purpose.MEASUREMENT);
        send(Shop.BROWSER, identify(phone, 3), page(phone));
        send(
                Shop.HISTORY,
                "{\"type\":\"identify\",\"userId\":\"%s\",\"traits\":{\"colour\":9,\"plan\":\"camper\"}}"
                        .formatted(ann.userId()));
        List<String> before = seenOfBoth();

        link(ann, phone, false, "NOT_GRANTED");
        shop.grant(replica, phone.key(), Purpose.IDENTITY_LINK);
        untilLinked(phone, ann);
        send(Shop.HISTORY, both(ann, phone));
        send(Shop.HISTORY, alias(ann.userId(), phone.anonymousId()));
        assertThat(seenOfBoth()).isNotEqualTo(before);

        shop.withdraw(replica, phone.key(), Purpose.IDENTITY_LINK);

        Eventually.holds("apart", () -> !shop.person(phone.key()).equals(shop.person(ann.key())));
        assertThat(seenOfBoth()).isEqualTo(before);
        assertThat(shop.person(phone.key())).isEqualTo(pseudonym(phone.key()));
        assertThat(shop.person(ann.key())).isEqualTo(pseudonym(ann.key()));
    }

    /** All that is served of either, and what is kept of its values. */
    private List<String> seenOfBoth() {
        List<String> seen = new ArrayList<>();
        for (RequestSpecification caller : List.of(shop.as(ann), shop.as(phone))) {
            seen.add(caller.get("/v1/me/profile?purpose=measurement").asString());
        }
        for (IdentityKey key : List.of(ann.key(), phone.key())) {
            seen.addAll(
                    shop.query(
                            "select jsonb_agg(t order by name, class)::text from trait t where identity_key = ?",
                            key.value()));
        }
        return seen;
    }

    private String pseudonym(IdentityKey key) {
        return shop.query("select pseudonym from identity where identity_key = ?", key.value())
                .get(0);
    }

    @Test
    void claimOfABrowserJoinsNobody() {
        allow(ann.key(), phone.key());

        send(Shop.BROWSER, both(ann, phone));

        Eventually.holds("an edge", () -> !edge(ann, phone).isEmpty());
        assertThat(edge(ann, phone)).containsExactly("claimed");
        assertThat(shop.person(phone.key())).isNotEqualTo(shop.person(ann.key()));
    }

    @Test
    void eventOfAServerConfirmsWhatABrowserClaimed() {
        allow(ann.key(), phone.key());
        send(Shop.BROWSER, both(ann, phone));
        Eventually.holds("an edge", () -> !edge(ann, phone).isEmpty());

        send(Shop.HISTORY, both(ann, phone));

        untilLinked(phone, ann);
        assertThat(
                        shop.query(
                                "select rule from edge_evidence where ? in (left_key, right_key) order by rule",
                                phone.key().value()))
                .containsExactly("browser-event", "server-event");
    }

    @Test
    void deviceOfTwoCustomersIdentifiesNobody() {
        Customer ben = shop.customer();
        allow(ann.key(), ben.key(), phone.key());
        link(ann, phone, true, null);
        String own =
                shop.query(
                                "select pseudonym from identity where identity_key = ?",
                                phone.key().value())
                        .get(0);

        link(ben, phone, false, "SHARED_DEVICE");

        assertThat(shop.person(phone.key())).isEqualTo(own);
        assertThat(shop.person(ann.key())).isNotEqualTo(shop.person(ben.key()));
        link(ann, phone, false, "SHARED_DEVICE");
    }

    @Test
    void secondBrowserJoinsTheFirstOnlyAcrossDevices() {
        Visitor laptop = shop.visitor();
        allow(ann.key(), phone.key(), laptop.key());
        link(ann, phone, true, null);

        link(ann, laptop, true, null);

        assertThat(shop.person(phone.key())).isNotEqualTo(shop.person(ann.key()));
        link(ann, phone, false, "OTHER_DEVICE");
        for (IdentityKey key : List.of(ann.key(), phone.key())) {
            shop.grant(replica, key, Purpose.CROSS_DEVICE);
        }
        assertThat(shop.person(phone.key())).isNotEqualTo(shop.person(ann.key()));
        shop.grant(replica, laptop.key(), Purpose.CROSS_DEVICE);
        untilLinked(phone, ann);
        untilLinked(laptop, ann);

        shop.withdraw(replica, ann.key(), Purpose.CROSS_DEVICE);
        Eventually.holds(
                "apart again", () -> !shop.person(phone.key()).equals(shop.person(ann.key())));
        untilLinked(laptop, ann);
    }

    @Test
    void onOneDeviceNothingOfAnotherIsFoundUnlessAllAllowThat() {
        Visitor laptop = shop.visitor();
        allow(ann.key(), phone.key(), laptop.key());
        link(ann, phone, true, null);
        link(ann, laptop, true, null);
        send(Shop.BROWSER, identify(laptop, 7));

        assertThat(colourFor(shop.as(ann, laptop))).isEqualTo(7);
        assertThat(colourFor(shop.as(ann))).as("the account has this browser").isEqualTo(7);
        assertThat(colourFor(shop.as(ann, phone))).isNull();

        for (IdentityKey key : List.of(ann.key(), phone.key(), laptop.key())) {
            shop.grant(replica, key, Purpose.CROSS_DEVICE);
        }
        assertThat(colourFor(shop.as(ann, phone))).isEqualTo(7);
    }

    private @Nullable Integer colourFor(RequestSpecification caller) {
        return caller.get("/v1/me/profile?purpose=measurement")
                .then()
                .statusCode(200)
                .extract()
                .path("traits.colour.value");
    }

    @Test
    void aliasMergesAnUnidentifiedSide() {
        allow(ann.key(), phone.key());

        send(Shop.HISTORY, alias(ann.userId(), phone.anonymousId()));

        untilLinked(phone, ann);
    }

    @Test
    void aliasMergesNoUserAndNoBrowserOfAnother() {
        Customer ben = shop.customer();
        allow(ann.key(), ben.key(), phone.key());
        IdentityKey annsIdAsBrowser =
                shop.keys().of(io.tact.consent.client.identity.Identity.visitor(ann.userId()));
        allow(annsIdAsBrowser);
        link(ann, phone, true, null);

        send(
                Shop.HISTORY,
                alias(ben.userId(), phone.anonymousId()),
                alias(ben.userId(), ann.userId()));

        Eventually.holds(
                "no sighting is kept", () -> shop.query("select 1 from sighting").isEmpty());
        assertThat(shop.person(phone.key())).isEqualTo(shop.person(ann.key()));
        assertThat(shop.person(ben.key())).isNotEqualTo(shop.person(ann.key()));
        assertThat(shop.person(annsIdAsBrowser)).isNotEqualTo(shop.person(ben.key()));
    }

    @Test
    void aliasGivesWayToWhateverIdentifiesItsOtherSideLater() {
        Customer ben = shop.customer();
        IdentityKey annsIdAsBrowser =
                shop.keys().of(io.tact.consent.client.identity.Identity.visitor(ann.userId()));
        allow(ann.key(), ben.key(), phone.key(), annsIdAsBrowser);
        for (IdentityKey key : List.of(ben.key(), phone.key(), annsIdAsBrowser)) {
            shop.grant(replica, key, Purpose.CROSS_DEVICE);
        }
        send(
                Shop.HISTORY,
                alias(ben.userId(), phone.anonymousId()),
                alias(ben.userId(), ann.userId()));
        untilLinked(phone, ben);
        Eventually.holds(
                "an unknown id is an unidentified side",
                () -> shop.person(annsIdAsBrowser).equals(shop.person(ben.key())));

        send(Shop.HISTORY, both(ann, phone));

        untilLinked(phone, ann);
        Eventually.holds(
                "a user is none",
                () -> !shop.person(annsIdAsBrowser).equals(shop.person(ben.key())));
    }

    @Test
    void shownWithdrawalThatIsStillOnItsWayLinksNothing() {
        allow(ann.key(), phone.key());
        ConsentSeq unseen = shop.consents().withdrawUnpublished(phone.key(), Purpose.IDENTITY_LINK);

        shop.as(ann, phone)
                .header(ConsentSeq.HEADER, unseen.header())
                .post("/v1/me/links")
                .then()
                .statusCode(200)
                .body("linked", equalTo(false))
                .body("reason", equalTo("NOT_YET_SEEN"));
    }

    @Test
    void linksNeedBothCredentials() {
        shop.as(ann)
                .post("/v1/me/links")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/both-credentials-required"));
        shop.as(phone).post("/v1/me/links").then().statusCode(422);
    }

    @Test
    void manyAtOnceNeitherDeadlockNorDouble() throws Exception {
        List<Customer> customers = new ArrayList<>();
        List<Visitor> devices = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            customers.add(shop.customer());
            devices.add(shop.visitor());
        }
        for (int i = 0; i < 6; i++) {
            shop.consents()
                    .grant(customers.get(i).key(), Purpose.MEASUREMENT, Purpose.IDENTITY_LINK);
            allow(devices.get(i).key());
        }
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int person = i % 6;
            var events = new ArrayList<String>();
            for (int j = 0; j < 20; j++) {
                events.add(identify(devices.get(random.nextInt(6)), random.nextInt(50)));
            }
            Collections.shuffle(events, random);
            work.add(
                    () -> {
                        Shop.send(Shop.BROWSER, events.toArray(String[]::new));
                        return null;
                    });
            work.add(
                    () -> {
                        shop.as(customers.get(person), devices.get(person))
                                .post("/v1/me/links")
                                .then()
                                .statusCode(200);
                        return null;
                    });
        }
        Collections.shuffle(work, random);
        String deadlocks = deadlocks();

        var threads = Executors.newFixedThreadPool(16);
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();

        assertThat(deadlocks()).as("seed %d", seed).isEqualTo(deadlocks);
        for (int i = 0; i < 6; i++) {
            untilLinked(devices.get(i), customers.get(i));
            assertThat(
                            shop.query(
                                    "select count(*)::text from identity where person = ?",
                                    shop.person(customers.get(i).key())))
                    .as("seed %d", seed)
                    .containsExactly("2");
        }
    }

    private String deadlocks() {
        return shop.query(
                        "select deadlocks::text from pg_stat_database where datname = current_database()")
                .get(0);
    }

    private void allow(IdentityKey... keys) {
        for (IdentityKey key : keys) {
            shop.grant(replica, key, Purpose.MEASUREMENT, Purpose.IDENTITY_LINK);
        }
    }

    private void link(Customer customer, Visitor visitor, boolean linked, @Nullable String reason) {
        shop.as(customer, visitor)
                .post("/v1/me/links")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("linked", equalTo(linked))
                .body("reason", equalTo(reason));
    }

    private void untilLinked(Visitor visitor, Customer customer) {
        Eventually.holds(
                "one person", () -> shop.person(visitor.key()).equals(shop.person(customer.key())));
    }

    private List<String> edge(Customer customer, Visitor visitor) {
        return shop.query(
                "select case when confirmed_at is null then 'claimed' else 'confirmed' end from edge where left_key in (?, ?) and right_key in (?, ?)",
                customer.key().value(),
                visitor.key().value(),
                customer.key().value(),
                visitor.key().value());
    }

    private static void send(String writeKey, String... events) {
        Shop.send(writeKey, events);
    }

    private static String page(Visitor visitor) {
        return "{\"type\":\"page\",\"anonymousId\":\"%s\"}".formatted(visitor.anonymousId());
    }

    private static String both(Customer customer, Visitor visitor) {
        return "{\"type\":\"page\",\"anonymousId\":\"%s\",\"userId\":\"%s\"}"
                .formatted(visitor.anonymousId(), customer.userId());
    }

    private static String alias(String userId, String previousId) {
        return "{\"type\":\"alias\",\"userId\":\"%s\",\"previousId\":\"%s\"}"
                .formatted(userId, previousId);
    }

    private static String identify(Visitor visitor, int colour) {
        return "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"traits\":{\"colour\":%d,\"size\":%d}}"
                .formatted(visitor.anonymousId(), colour, colour);
    }
}
