package io.tact.frequency.reservation;

import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import io.tact.localstack.test.Eventually;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StoreGoneTest.AsInProduction.class)
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class StoreGoneTest {
    /** The other tests are patient with a store that shares two cores with them. */
    public static final class AsInProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tact.frequency.store-timeout", "200MS");
        }
    }

    Surroundings shop;

    @AfterEach
    void openAgain() {
        shop.database().open();
        untilDecided(shop.customer(somebody(), true), "gone.z");
    }

    @Test
    void silentStoreIsARefusalAndNobodyWaitsForIt() {
        shop.personalCampaign("gone-a", "gone.a");
        shop.contextualCampaign("gone-a2", "gone.a");
        RequestSpecification ann = shop.customer(somebody(), true);
        RequestSpecification visitor = shop.asVisitor(shop.tokens().visitor(somebody()));
        String id = reserve(ann);

        shop.database().silence();

        deniedWhileItIsGone(ann);
        deniedWhileItIsGone(visitor);
        ann.post("/v1/reservations/" + id + "/confirm")
                .then()
                .statusCode(503)
                .body("type", equalTo("https://tact.dev/problems/store-unavailable"));
        shop.database().open();
        untilDecided(ann, "gone.a");
    }

    @Test
    void storeThatIsAwayIsARefusalAndItIsFoundAgain() {
        shop.personalCampaign("gone-a", "gone.a");
        RequestSpecification ann = shop.customer(somebody(), true);
        reserve(ann);

        shop.database().cut();

        deniedWhileItIsGone(ann);
        shop.database().open();
        untilDecided(ann, "gone.a");
    }

    /**
     * The store answers nothing before it is opened again: what is answered did not wait for it.
     */
    private static void deniedWhileItIsGone(RequestSpecification who) {
        for (int request = 0; request < 5; request++) {
            who.body(ask("gone.a", "gone-a", "tent-1"))
                    .post("/v1/reservations")
                    .then()
                    .statusCode(200)
                    .body("decision", equalTo("DENY"))
                    .body("reason.rule", equalTo("store-unavailable"));
        }
    }

    private static void untilDecided(RequestSpecification who, String placement) {
        Eventually.get(
                "a decision",
                () ->
                        who.body(ask(placement, "gone-a", "tent-1"))
                                .post("/v1/reservations")
                                .then()
                                .extract()
                                .path("reason.rule"),
                rule -> !"store-unavailable".equals(rule));
    }

    /** However often a slow machine takes longer than production would wait. */
    private static String reserve(RequestSpecification who) {
        return Eventually.get(
                "a slot",
                () ->
                        who.body(ask("gone.a", "gone-a", "tent-1"))
                                .post("/v1/reservations")
                                .then()
                                .statusCode(200)
                                .extract()
                                .path("reservation.id"),
                id -> id != null);
    }
}
