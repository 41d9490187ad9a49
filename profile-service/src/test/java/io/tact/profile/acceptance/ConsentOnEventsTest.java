package io.tact.profile.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ConsentOnEventsTest {
    Shop shop;
    @Inject ConsentReplica replica;

    @Test
    void eventIsKeptForWhatWasGrantedAndForNothingElse() {
        Visitor ann = shop.visitor();
        shop.grant(
                replica, ann.key(), Purpose.EXPERIENCE, Purpose.MEASUREMENT, Purpose.IDENTITY_LINK);

        Shop.send(Shop.BROWSER, viewed(ann));

        assertThat(purposes(ann.key())).containsExactly("{experience,measurement}");
    }

    @Test
    void whatWasRefusedIsStoredNowhere() {
        Visitor ann = shop.visitor();
        Visitor ben = shop.visitor();
        shop.withdraw(replica, ann.key(), Purpose.EXPERIENCE);
        shop.withdraw(replica, ben.key(), Purpose.EXPERIENCE);

        Shop.send(Shop.BROWSER, viewed(ann), viewed(ben));

        for (IdentityKey key : List.of(ann.key(), ben.key())) {
            assertThat(purposes(key)).isEmpty();
            assertThat(waitingFor(key)).isEmpty();
            assertThat(shop.person(key)).isEqualTo("nobody");
            assertThat(shop.query("select key from outbox where key like ? || '%'", key.value()))
                    .isEmpty();
        }
    }

    @Test
    void firstEventAfterAcceptMayBeFasterThanTheConsent() {
        Visitor ann = shop.visitor();
        Instant accepted = Instant.now();

        Shop.send(Shop.BROWSER, viewed(ann, accepted.plusMillis(1)));
        assertThat(purposes(ann.key())).isEmpty();
        assertThat(waitingFor(ann.key())).hasSize(1);
        shop.consents().grantSince(accepted, ann.key(), Purpose.MEASUREMENT);

        Eventually.holds(
                "kept as of when it happened", () -> purposes(ann.key()).contains("{measurement}"));
        Eventually.holds("nothing waits", () -> waitingFor(ann.key()).isEmpty());
    }

    @Test
    void grantDoesNotCoverWhatHappenedBeforeIt() {
        Visitor ann = shop.visitor();
        Visitor ben = shop.visitor();
        Instant before = Instant.now().minusSeconds(60);
        shop.grant(replica, ben.key(), Purpose.MEASUREMENT);

        Shop.send(Shop.BROWSER, viewed(ann, before), viewed(ben, before));
        shop.grant(replica, ann.key(), Purpose.MEASUREMENT);

        Eventually.holds("nothing waits", () -> waitingFor(ann.key()).isEmpty());
        assertThat(purposes(ann.key())).isEmpty();
        assertThat(purposes(ben.key())).isEmpty();
    }

    @Test
    void withdrawalCountsForWhatHappenedBeforeItToo() {
        Visitor ann = shop.visitor();
        Instant granted = Instant.now().minusSeconds(60);
        shop.consents().grantSince(granted, ann.key(), Purpose.MEASUREMENT, Purpose.EXPERIENCE);
        shop.withdraw(replica, ann.key(), Purpose.EXPERIENCE);

        Shop.send(Shop.BROWSER, viewed(ann, granted.plusSeconds(30)));

        assertThat(purposes(ann.key())).containsExactly("{measurement}");
    }

    @Test
    void nobodyIsWaitedForWhereAnotherHasRefusedAlready() {
        Visitor browser = shop.visitor();
        Customer ann = shop.customer();
        shop.withdraw(replica, ann.key(), Purpose.MEASUREMENT);

        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"page\",\"anonymousId\":\"%s\",\"userId\":\"%s\"}"
                        .formatted(browser.anonymousId(), ann.userId()));

        assertThat(waitingFor(browser.key())).isEmpty();
    }

    @Test
    void noOfAScriptNarrowsWhatTheLedgerSays() {
        Visitor ann = shop.visitor();
        shop.grant(replica, ann.key(), Purpose.MEASUREMENT, Purpose.EXPERIENCE);

        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"page\",\"anonymousId\":\"%s\",\"context\":{\"consent\":{\"categoryPreferences\":{\"experience\":false,\"marketing\":true}}}}"
                        .formatted(ann.anonymousId()));

        assertThat(purposes(ann.key())).containsExactly("{measurement}");
    }

    @Test
    void allWhomAnEventNamesMustAllowIt() {
        Visitor browser = shop.visitor();
        Customer ann = shop.customer();
        shop.grant(replica, browser.key(), Purpose.EXPERIENCE, Purpose.MEASUREMENT);
        String both =
                "{\"type\":\"page\",\"anonymousId\":\"%s\",\"userId\":\"%s\"}"
                        .formatted(browser.anonymousId(), ann.userId());

        Shop.send(Shop.BROWSER, both);
        shop.grant(replica, ann.key(), Purpose.MEASUREMENT, Purpose.MARKETING);
        Shop.send(Shop.BROWSER, both);

        assertThat(purposes(browser.key())).containsExactly("{measurement}");
    }

    @Test
    void privacySignalTakesMarketingAway() {
        Visitor ann = shop.visitor();
        shop.grant(replica, ann.key(), Purpose.MARKETING);
        Visitor ben = shop.visitor();
        shop.grant(replica, ben.key(), Purpose.MARKETING, Purpose.MEASUREMENT);

        Shop.with(Shop.BROWSER)
                .header("Sec-GPC", "1")
                .body("{\"batch\":[" + viewed(ann) + "," + viewed(ben) + "]}")
                .post("/v1/batch")
                .then()
                .statusCode(200);

        assertThat(purposes(ann.key())).isEmpty();
        assertThat(purposes(ben.key())).containsExactly("{measurement}");
    }

    @Test
    void orderUnderContractIsKeptWithoutConsentAndWithoutFreeProperties() {
        Customer ann = shop.customer();
        Visitor browser = shop.visitor();

        Shop.send(
                Shop.SERVER,
                """
                {"type":"track","event":"Order Completed","userId":"%s","anonymousId":"%s",
                 "properties":{"order_id":"4711","note":"ring twice","products":[{"product_id":"tent-1"}]}}"""
                        .formatted(ann.userId(), browser.anonymousId()));

        assertThat(
                        shop.query(
                                "select ground || ' ' || purposes::text || ' ' || order_id || ' ' || (properties is null) from event where identity_key = ?",
                                ann.key().value()))
                .containsExactly("contract {} 4711 true");
        assertThat(
                        shop.query(
                                "select id from sighting where ? in (left_key, right_key) union all select 1 from edge where ? in (left_key, right_key)",
                                ann.key().value(),
                                ann.key().value()))
                .as("an order lists all identities for stopping only, never for linking")
                .isEmpty();
    }

    @Test
    void historyStatesItsConsentAndABrowserCannot() {
        Customer ann = shop.customer();
        Visitor ben = shop.visitor();
        String stating =
                "\"context\":{\"consent\":{\"categoryPreferences\":{\"experience\":true,\"marketing\":false}}}";

        Shop.send(
                Shop.HISTORY,
                "{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"%s\",\"timestamp\":\"%s\",%s}"
                        .formatted(
                                ann.userId(), Instant.now().minus(Duration.ofDays(300)), stating));
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"page\",\"anonymousId\":\"%s\",%s}"
                        .formatted(ben.anonymousId(), stating));

        assertThat(purposes(ann.key())).containsExactly("{experience}");
        assertThat(purposes(ben.key())).isEmpty();
    }

    @Test
    void whatCannotBeJudgedWaitsUnreadAndIsJudgedWhenTheLeaseIsBack() {
        Visitor ann = shop.visitor();
        Visitor ben = shop.visitor();
        shop.grant(replica, ann.key(), Purpose.MEASUREMENT);
        shop.withdraw(replica, ben.key(), Purpose.MEASUREMENT);
        shop.consents().heartbeat(false);
        try {
            Eventually.holds(
                    "no lease", () -> !replica.hasLease(ann.key()) && !replica.hasLease(ben.key()));

            Shop.send(Shop.BROWSER, viewed(ann), viewed(ben));

            assertThat(purposes(ann.key())).isEmpty();
            assertThat(
                            shop.query(
                                    "select encode(decode(sealed, 'base64'), 'escape') from waiting_event"))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains(ann.anonymousId()));
        } finally {
            shop.consents().heartbeat(true);
        }

        Eventually.holds(
                "no event waits for a lease",
                () -> shop.query("select 1 from waiting_event where missing = 'lease'").isEmpty());
        assertThat(purposes(ann.key())).containsExactly("{measurement}");
        assertThat(purposes(ben.key())).isEmpty();
    }

    @Test
    void outageIsWaitedForADay() {
        Visitor ann = shop.visitor();
        shop.grant(replica, ann.key(), Purpose.MEASUREMENT);
        Visitor ben = shop.visitor();
        Shop.send(Shop.BROWSER, viewed(ben));
        shop.consents().heartbeat(false);
        try {
            Eventually.holds("no lease", () -> !replica.hasLease(ann.key()));
            Shop.send(Shop.BROWSER, viewed(ann));

            age(ann.key(), "23 hours 59 minutes");
            age(ben.key(), "20 minutes");
            pauseForTurns();
            assertThat(waitingFor(ann.key())).hasSize(1);
            assertThat(waitingFor(ben.key())).as("his answer may be behind it").hasSize(1);

            age(ann.key(), "1 minute");
            Eventually.holds("it is forgotten", () -> waitingFor(ann.key()).isEmpty());
        } finally {
            shop.consents().heartbeat(true);
        }
        Eventually.holds("and he did not answer", () -> waitingFor(ben.key()).isEmpty());
        assertThat(purposes(ann.key())).isEmpty();
    }

    @Test
    void eventThatShowsANewerConsentWaitsForIt() {
        Visitor ann = shop.visitor();
        ConsentSeq first = shop.grant(replica, ann.key(), Purpose.MEASUREMENT);
        var next = new ConsentSeq(ann.key(), first.version() + 1);

        Shop.with(Shop.BROWSER)
                .header(ConsentSeq.HEADER, next.header())
                .body("{\"batch\":[" + viewed(ann) + "]}")
                .post("/v1/batch")
                .then()
                .statusCode(200);
        assertThat(purposes(ann.key())).isEmpty();
        shop.grant(replica, ann.key(), Purpose.EXPERIENCE);

        Eventually.holds(
                "kept for both purposes",
                () -> purposes(ann.key()).contains("{experience,measurement}"));
    }

    @Test
    void whatWaitsTooLongIsDeletedUnread() {
        Visitor ann = shop.visitor();
        Visitor ben = shop.visitor();
        var never = new ConsentSeq(ann.key(), 99);
        Shop.with(Shop.BROWSER)
                .header(ConsentSeq.HEADER, never.header())
                .body("{\"batch\":[" + viewed(ann) + "," + viewed(ben) + "]}")
                .post("/v1/batch")
                .then()
                .statusCode(200);
        assertThat(waitingFor(ann.key())).hasSize(1);
        assertThat(waitingFor(ben.key())).hasSize(1);
        for (IdentityKey key : List.of(ann.key(), ben.key())) {
            age(key, "9 minutes 50 seconds");
        }
        pauseForTurns();
        assertThat(waitingFor(ann.key())).hasSize(1);

        for (IdentityKey key : List.of(ann.key(), ben.key())) {
            age(key, "10 seconds");
            Eventually.holds("nothing waits", () -> waitingFor(key).isEmpty());
            assertThat(purposes(key)).isEmpty();
        }
    }

    private List<String> waitingFor(IdentityKey key) {
        return shop.query("select id from waiting_event where awaits = ?", key.value());
    }

    private void age(IdentityKey awaited, String interval) {
        shop.query(
                "update waiting_event set received_at = received_at - ?::interval where awaits = ?",
                interval,
                awaited.value());
    }

    /** So long that what is to be forgotten would have been. */
    private static void pauseForTurns() {
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    }

    private List<String> purposes(IdentityKey key) {
        return shop.query("select purposes::text from event where identity_key = ?", key.value());
    }

    private static String viewed(Visitor visitor) {
        return "{\"type\":\"track\",\"event\":\"Product Viewed\",\"anonymousId\":\"%s\",\"properties\":{\"product_id\":\"tent-1\"}}"
                .formatted(visitor.anonymousId());
    }

    private static String viewed(Visitor visitor, Instant at) {
        return "{\"type\":\"page\",\"anonymousId\":\"%s\",\"timestamp\":\"%s\"}"
                .formatted(visitor.anonymousId(), at);
    }
}
