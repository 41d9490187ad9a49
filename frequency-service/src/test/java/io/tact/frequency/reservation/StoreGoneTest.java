package io.tact.frequency.reservation;

import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import java.time.Duration;
import java.time.Instant;
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

    private static final Duration QUICKLY = Duration.ofSeconds(1);

    Surroundings shop;

    @AfterEach
    void openAgain() throws InterruptedException {
        shop.database().open();
        untilDecided(shop.customer(somebody(), true), "gone.z");
    }

    @Test
    void silentStoreIsARefusalThatComesQuickly() throws InterruptedException {
        shop.personalCampaign("gone-a", "gone.a");
        shop.contextualCampaign("gone-a2", "gone.a");
        RequestSpecification ann = shop.customer(somebody(), true);
        RequestSpecification visitor = shop.asVisitor(shop.tokens().visitor(somebody()));
        String id = reserve(ann);
        deniedQuickly(ann, () -> shop.database().silence());
        deniedQuickly(visitor, () -> {});
        ann.post("/v1/reservations/" + id + "/confirm")
                .then()
                .statusCode(503)
                .body("type", equalTo("https://tact.dev/problems/store-unavailable"));

        shop.database().open();

        assertThat(untilDecided(ann, "gone.a")).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void storeThatIsAwayIsARefusalThatComesQuickly() throws InterruptedException {
        shop.personalCampaign("gone-a", "gone.a");
        RequestSpecification ann = shop.customer(somebody(), true);
        reserve(ann);
        deniedQuickly(ann, () -> shop.database().cut());

        shop.database().open();

        assertThat(untilDecided(ann, "gone.a")).isLessThan(Duration.ofSeconds(10));
    }

    private static void deniedQuickly(RequestSpecification who, Runnable breaking) {
        breaking.run();
        for (int request = 0; request < 5; request++) {
            Instant start = Instant.now();
            who.body(ask("gone.a", "gone-a", "tent-1"))
                    .post("/v1/reservations")
                    .then()
                    .statusCode(200)
                    .body("decision", equalTo("DENY"))
                    .body("reason.rule", equalTo("store-unavailable"));
            assertThat(Duration.between(start, Instant.now())).isLessThan(QUICKLY);
        }
    }

    private static Duration untilDecided(RequestSpecification who, String placement)
            throws InterruptedException {
        Instant start = Instant.now();
        while (Instant.now().isBefore(start.plusSeconds(20))) {
            String rule =
                    who.body(ask(placement, "gone-a", "tent-1"))
                            .post("/v1/reservations")
                            .then()
                            .extract()
                            .path("reason.rule");
            if (!"store-unavailable".equals(rule)) {
                return Duration.between(start, Instant.now());
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The store is back and nothing is decided");
    }

    private static String reserve(RequestSpecification who) {
        return who.body(ask("gone.a", "gone-a", "tent-1"))
                .post("/v1/reservations")
                .then()
                .statusCode(200)
                .body("decision", equalTo("GRANT"))
                .extract()
                .path("reservation.id");
    }
}
