package io.tact.recommendation.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.recommendation.Guest;
import io.tact.recommendation.ServiceUnderTest;
import io.tact.recommendation.TestShop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class PersonalRecommendationTest {
    TestStack stack;
    TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(stack);
    }

    @Test
    void shelfFollowsTheVisitAndSaysWhy() {
        Guest ann = shop.visitor("follows").allows(Purpose.EXPERIENCE).views("tent-red");

        ann.asksUntil("home.session", "SESSION_NEIGHBOUR")
                .then()
                .body("rung", equalTo("experience"))
                .body("answerId", matchesPattern("[A-Za-z0-9_-]{22}"))
                .body("why", containsString("because you allow it"))
                .body("items.itemId", hasItem("tent-big"))
                .body("items.itemId", not(hasItem("tent-red")))
                .body("items.because", everyItem(contains("tent-red")))
                .body(
                        "items[0].sentence",
                        equalTo("Others who looked at “The tent-red” looked at this too"))
                .header("Cache-Control", "private, no-store");
    }

    @Test
    void noAnswerIsOfAnotherCustomer() {
        Guest ann = shop.customer("ann-of-the-tents").allows(Purpose.EXPERIENCE).views("tent-red");
        Guest ben = shop.customer("ben").allows(Purpose.EXPERIENCE);
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");

        Response bens = ben.asks("home.session");

        bens.then()
                .body("rung", equalTo("experience"))
                .body("items.reason", everyItem(equalTo("POPULAR")));
    }

    @Test
    void withdrawalCountsInTheVeryNextAnswer() {
        Guest ann = shop.visitor("withdraws").allows(Purpose.EXPERIENCE).views("tent-red");
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");

        ann.withdraws(Purpose.EXPERIENCE);

        ann.asks("home.session").then().body("rung", equalTo("none"));
    }

    @Test
    void withdrawalThatIsStillOnItsWayRefusesWhoeverShowsIt() {
        Guest ann = shop.visitor("on its way").allows(Purpose.EXPERIENCE).views("tent-red");
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");

        ConsentSeq seq = shop.consents().withdrawUnpublished(ann.key(), Purpose.EXPERIENCE);

        ann.shows(seq).asks("home.session").then().body("rung", equalTo("none"));
    }

    @Test
    void nothingIsConcludedFromWhatAnObjectorDidUntilTheyLiftIt() {
        Guest ann = shop.visitor("objects").allows(Purpose.EXPERIENCE).views("tent-red");
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");

        shop.limits().limit(ann.key(), false, true);

        Eventually.get(
                "an answer that her visit did not shape",
                () -> ann.asks("home.session"),
                answer -> Set.of("POPULAR").containsAll(answer.jsonPath().getList("items.reason")));
        ann.asks("home.session").then().body("rung", equalTo("experience"));
        shop.limits().limit(ann.key(), false, false);
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");
    }

    @Test
    void whoWithdrawsIsNotLearnedFromAnyMore() {
        Guest only = shop.visitor("the only one with mugs").allows(Purpose.EXPERIENCE);
        only.views("mug-1", "mug-2");
        Guest ann = shop.visitor("likes mugs").allows(Purpose.EXPERIENCE).views("mug-1");
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR")
                .then()
                .body("items.itemId", contains("mug-2"));

        only.withdraws(Purpose.EXPERIENCE);

        ann.asksUntil("home.session", "SIMILAR");
    }

    @Test
    void historyOfALinkedIdentityIsUsedOnlyIfThatOneAllowsIt() {
        Guest phone = shop.visitor("phone").views("tent-red");
        Guest account = shop.customer("linked").allows(Purpose.EXPERIENCE);
        shop.log().identity(phone.key(), "anonymous_id", "person-linked", 1);
        shop.log().identity(account.key(), "user_id", "person-linked", 1);
        phone.allows(Purpose.EXPERIENCE);
        account.asksUntil("home.session", "SESSION_NEIGHBOUR");

        phone.withdraws(Purpose.EXPERIENCE);
        account.shows(new ConsentSeq(phone.key(), 2));

        account.asks("home.session").then().body("items.reason", everyItem(equalTo("POPULAR")));
    }

    @Test
    void historyOfAnotherDeviceIsUsedOnADeviceOnlyIfAllAllowThat() {
        Guest phone = shop.visitor("old phone").allows(Purpose.EXPERIENCE).views("tent-red");
        Guest laptop = shop.visitor("laptop").allows(Purpose.EXPERIENCE);
        shop.log().identity(phone.key(), "anonymous_id", "person-of-two", 1);
        shop.log().identity(laptop.key(), "anonymous_id", "person-of-two", 1);
        phone.asksUntil("home.session", "SESSION_NEIGHBOUR");

        laptop.asks("home.session").then().body("items.reason", everyItem(equalTo("POPULAR")));

        phone.allows(Purpose.CROSS_DEVICE);
        laptop.asks("home.session").then().body("items.reason", everyItem(equalTo("POPULAR")));
        laptop.allows(Purpose.CROSS_DEVICE);
        laptop.asksUntil("home.session", "SESSION_NEIGHBOUR");
    }

    @Test
    void bothIdentitiesOfARequestMustAllow() {
        Guest visitor = shop.visitor("both").allows(Purpose.EXPERIENCE).views("tent-red");
        visitor.asksUntil("home.session", "SESSION_NEIGHBOUR");

        Response answer =
                visitor.request()
                        .header(
                                "Authorization",
                                "Bearer " + stack.tokens().customer("says nothing"))
                        .body(Map.of("placement", "home.session"))
                        .post("/v1/recommendations");

        answer.then().body("rung", equalTo("none"));
    }

    @Test
    void slotShowsWhatWasLeftInTheBasketOnlyWithMarketing() {
        Guest ann = shop.visitor("slot").allows(Purpose.EXPERIENCE).adds("tent-big");
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");
        ann.asks("slot.retargeting").then().body("rung", equalTo("none"));

        ann.allows(Purpose.MARKETING);

        ann.asks("slot.retargeting")
                .then()
                .body("rung", equalTo("marketing"))
                .body("items.itemId", contains("tent-big"))
                .body("items.reason", contains("LEFT_IN_BASKET"));
    }

    @Test
    void privacySignalMakesTheSlotAStrangers() {
        Guest ann = shop.visitor("signal").allows(Purpose.MARKETING).adds("tent-big");
        ann.asksUntil("slot.retargeting", "LEFT_IN_BASKET");

        ann.request()
                .header("Sec-GPC", "1")
                .body(Map.of("placement", "slot.retargeting"))
                .post("/v1/recommendations")
                .then()
                .body("rung", equalTo("none"))
                .body("items.reason", everyItem(equalTo("POPULAR")));
    }

    @Test
    void whatWasBoughtIsNotAdvertisedAnyMore() {
        Guest ann = shop.visitor("buys").allows(Purpose.MARKETING).adds("tent-big");
        ann.asksUntil("slot.retargeting", "LEFT_IN_BASKET");

        ann.buys("tent-big");

        ann.asksUntil("slot.retargeting", "POPULAR")
                .then()
                .body("items.itemId", not(hasItem("tent-big")));
    }

    @Test
    void orderOfAnotherIdentityOfTheRequestStopsTheAdvertisingAsWell() {
        Guest ann = shop.visitor("buys logged in").allows(Purpose.MARKETING).adds("tent-big");
        ann.asksUntil("slot.retargeting", "LEFT_IN_BASKET");
        Guest account = shop.customer("not linked");

        shop.log()
                .event(
                        account.key(),
                        "Order Completed",
                        List.of("tent-big"),
                        List.of(account.key(), ann.key()));

        ann.asksUntil("slot.retargeting", "POPULAR");
    }

    @Test
    void whoObjectsIsNotLearnedFromAnyMoreAndWhoLiftsThatIs() {
        Guest only = shop.visitor("objects to mugs").allows(Purpose.EXPERIENCE);
        only.views("mug-1", "mug-2");
        Guest ann = shop.visitor("looks at mugs").allows(Purpose.EXPERIENCE).views("mug-1");
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");

        shop.limits().limit(only.key(), false, true);
        ann.asksUntil("home.session", "SIMILAR");
        assertThat(ann.asks("home.session").jsonPath().getList("items.reason"))
                .doesNotContain("SESSION_NEIGHBOUR");

        shop.limits().limit(only.key(), false, false);
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");
        only.withdraws(Purpose.EXPERIENCE);
    }

    @Test
    void whoRestrictsIsAnsweredAsIfThereWasNoConsent() {
        Guest ann = shop.visitor("restricts").allows(Purpose.EXPERIENCE).views("tent-red");
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");

        shop.limits().limit(ann.key(), true, false);

        Eventually.get(
                "nothing about the person",
                () -> ann.asks("home.session"),
                answer -> answer.jsonPath().getString("rung").equals("none"));
        shop.limits().limit(ann.key(), false, false);
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");
    }

    @Test
    void cappedProductIsNotAdvertisedUntilTheCapEnds() {
        Guest ann = shop.visitor("capped").allows(Purpose.MARKETING).adds("tent-big");
        ann.asksUntil("slot.retargeting", "LEFT_IN_BASKET");
        String cap = ann.key().value() + "/product:tent-big";

        shop.log().send("frequency.capped.v1", cap, Map.of("until", "2999-01-01T00:00:00Z"));
        ann.asksUntil("slot.retargeting", "POPULAR");

        shop.log().send("frequency.capped.v1", cap, null);
        ann.asksUntil("slot.retargeting", "LEFT_IN_BASKET");

        shop.log().send("frequency.capped.v1", cap, "not json");
        ann.asksUntil("slot.retargeting", "POPULAR");
    }

    @Test
    void whatWasRecordedForOthersThanThisPurposeIsNotUsedForIt() {
        Guest ann = shop.visitor("measured").allows(Purpose.EXPERIENCE, Purpose.MARKETING);
        shop.log()
                .event(
                        ann.key(),
                        "Product Added",
                        List.of("tent-red"),
                        List.of(ann.key()),
                        Instant.now(),
                        List.of("marketing"));

        ann.asksUntil("slot.retargeting", "LEFT_IN_BASKET");

        ann.asks("home.session").then().body("items.reason", everyItem(equalTo("POPULAR")));
    }

    @Test
    void erasedEventIsForgotten() {
        Guest ann = shop.visitor("erased").allows(Purpose.MARKETING);
        String event =
                shop.log().event(ann.key(), "Product Added", List.of("mug-1"), List.of(ann.key()));
        ann.asksUntil("slot.retargeting", "LEFT_IN_BASKET");

        shop.log().send("profile.event.v1", ann.key().value() + "/" + event, null);

        ann.asksUntil("slot.retargeting", "POPULAR");
    }

    @Test
    void afterBuyingTheTentTheShelfOffersSleepingBagsNotTentsAndNotCatFood() {
        Guest ann = shop.visitor("bought").allows(Purpose.EXPERIENCE);
        ann.views("tent-red", "tent-big");
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");

        ann.buys("tent-red");

        ann.asksUntil("home.session", "BOUGHT_WITH")
                .then()
                .body("items.productType", hasItem("sleeping bag"))
                .body("items.productType", not(hasItem("tent")))
                .body("items.productType", not(hasItem("cat food")));
    }

    @Test
    void toldPreferenceServesWhoDidNothing() {
        Guest ann = shop.customer("told").allows(Purpose.EXPERIENCE);
        shop.log().identity(ann.key(), "user_id", "person-told", 1);
        shop.log()
                .send(
                        "profile.view.v1",
                        "person-told",
                        Map.of(
                                "version",
                                1,
                                "identities",
                                List.of(ann.key().value()),
                                "traits",
                                Map.of(
                                        "favourite_kind",
                                        List.of(
                                                Map.of(
                                                        "value",
                                                        "tent",
                                                        "class",
                                                        "told",
                                                        "identityKey",
                                                        ann.key().value(),
                                                        "purposes",
                                                        List.of("marketing"),
                                                        "source",
                                                        "questions",
                                                        "at",
                                                        Instant.now().toString()),
                                                Map.of(
                                                        "value",
                                                        "mug",
                                                        "class",
                                                        "told",
                                                        "identityKey",
                                                        ann.key().value(),
                                                        "purposes",
                                                        List.of("experience"),
                                                        "source",
                                                        "questions",
                                                        "at",
                                                        Instant.now().toString())))));

        ann.asksUntil("home.session", "DECLARED_PREFERENCE")
                .then()
                .body("items.productType", everyItem(equalTo("mug")));
    }

    @Test
    void withoutHeartbeatsNothingPersonalIsServed() {
        Guest ann = shop.visitor("lease").allows(Purpose.EXPERIENCE).views("tent-red");
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");

        shop.consents().heartbeat(false);
        try {
            Eventually.get(
                    "the end of the lease",
                    () -> ann.asks("home.session"),
                    answer -> answer.jsonPath().getString("rung").equals("none"));
            assertThat(shop.stranger().asks("product.complements", "tent-red").statusCode())
                    .isEqualTo(200);
        } finally {
            shop.consents().heartbeat(true);
        }
        ann.asksUntil("home.session", "SESSION_NEIGHBOUR");
    }
}
