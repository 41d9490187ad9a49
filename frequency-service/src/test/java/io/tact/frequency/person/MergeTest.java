package io.tact.frequency.person;

import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import io.tact.localstack.test.Eventually;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class MergeTest {
    Surroundings shop;
    @Inject FollowIdentity following;

    @Test
    void impressionsOfLinkedIdentitiesCountTogether() {
        shop.personalCampaign("merge-a", "merge.a");
        shop.policy("merge-a", "campaign:merge-a", 3, "P1D");
        String ann = somebody();
        String annToo = somebody();
        String person = somebody();
        confirm(shop.customer(ann, true), "merge.a", "merge-a");
        confirm(shop.customer(ann, true), "merge.a", "merge-a");
        confirm(shop.customer(annToo, true), "merge.a", "merge-a");

        link(ann, person, 1);
        link(annToo, person, 1);

        for (String name : List.of(ann, annToo)) {
            denied(shop.customer(name, true), "merge.a", "merge-a", 3);
        }
    }

    @Test
    void linkComesOverTheTopic() {
        shop.personalCampaign("merge-b", "merge.b");
        shop.policy("merge-b", "campaign:merge-b", 1, "P1D");
        String ann = somebody();
        String annToo = somebody();
        String person = somebody();
        confirm(shop.customer(ann, true), "merge.b", "merge-b");

        tell(ann, person, 1);
        tell(annToo, person, 1);

        String key = person + "/campaign:merge-b";
        shop.topics().readUntil("frequency.capped.v1", record -> record.key().equals(key));
        Eventually.get(
                "the merge", () -> countedFor(annToo, "merge.b", "merge-b"), count -> count == 1);
    }

    /** What a refusal counts; 0 if there is none, and then the slot is given back. */
    private int countedFor(String name, String placement, String campaign) {
        JsonPath answer =
                shop.customer(name, true)
                        .body(ask(placement, campaign, "tent-1"))
                        .post("/v1/reservations")
                        .then()
                        .extract()
                        .jsonPath();
        if (answer.getString("decision").equals("GRANT")) {
            String id = answer.getString("reservation.id");
            shop.customer(name, true).post("/v1/reservations/" + id + "/release");
            return 0;
        }
        return answer.getInt("reason.count");
    }

    @Test
    void recordThatCannotBeStoredHoldsUpNoOther() {
        shop.personalCampaign("merge-h", "merge.h");
        shop.policy("merge-h", "campaign:merge-h", 1, "P1D");
        String ann = somebody();
        String annToo = somebody();
        String person = somebody();
        confirm(shop.customer(ann, true), "merge.h", "merge-h");
        tell(ann, "no text of the database holds this: \\u0000", 1);

        tell(ann, person, 2);
        tell(annToo, person, 1);

        Eventually.get(
                "the merge", () -> countedFor(annToo, "merge.h", "merge-h"), count -> count == 1);
    }

    private void tell(String name, String person, int version) {
        shop.topics()
                .send(
                        "profile.identity.v1",
                        shop.keyOf(name).value(),
                        "{\"person\":\"%s\",\"version\":%d,\"since\":\"later fields are left alone\"}"
                                .formatted(person, version));
    }

    @Test
    void orderAndRepetitionOfRecordsDoNotMatter() {
        long seed = System.nanoTime();
        System.out.println("MergeTest seed " + seed);
        var random = new Random(seed);
        shop.personalCampaign("merge-c", "merge.c");
        shop.policy("merge-c", "campaign:merge-c", 4, "P1D");
        for (int round = 0; round < 8; round++) {
            List<String> names = List.of(somebody(), somebody(), somebody());
            names.forEach(name -> confirm(shop.customer(name, true), "merge.c", "merge-c"));
            String person = somebody();
            List<Runnable> records = new ArrayList<>();
            for (String name : names) {
                records.add(() -> link(name, person + "-before", 1));
                records.add(() -> link(name, person, 2));
            }
            records.addAll(List.copyOf(records));
            Collections.shuffle(records, random);

            records.forEach(Runnable::run);

            confirm(shop.customer(names.get(0), true), "merge.c", "merge-c");
            for (String name : names) {
                denied(shop.customer(name, true), "merge.c", "merge-c", 4);
            }
        }
    }

    @Test
    void splitOpensNoCap() {
        shop.personalCampaign("merge-d", "merge.d");
        shop.policy("merge-d", "campaign:merge-d", 2, "P1D");
        String ann = somebody();
        String sister = somebody();
        String both = somebody();
        link(ann, both, 1);
        link(sister, both, 1);
        confirm(shop.customer(ann, true), "merge.d", "merge-d");
        confirm(shop.customer(sister, true), "merge.d", "merge-d");

        link(sister, somebody(), 2);
        denied(shop.customer(sister, true), "merge.d", "merge-d", 2);
        denied(shop.customer(ann, true), "merge.d", "merge-d", 2);

        following.follow(shop.keyOf(ann), null, 0, Instant.now()).await().indefinitely();
        denied(shop.customer(ann, true), "merge.d", "merge-d", 2);
    }

    @Test
    void stopsComeAlong() {
        shop.personalCampaign("merge-e", "merge.e");
        String ann = somebody();
        String annToo = somebody();
        String person = somebody();
        String id = confirm(shop.customer(ann, true), "merge.e", "merge-e");
        shop.customer(ann, true)
                .post("/v1/reservations/" + id + "/not-interested")
                .then()
                .statusCode(200);

        link(ann, person, 1);
        link(annToo, person, 1);

        shop.customer(annToo, true)
                .body(ask("merge.e", "merge-e", "tent-1"))
                .post("/v1/reservations")
                .then()
                .body("reason.rule", equalTo("not-interested"));
    }

    @Test
    void reservationSurvivesALink() {
        shop.personalCampaign("merge-f", "merge.f");
        String ann = somebody();
        String id = reserve(shop.customer(ann, true), "merge.f", "merge-f");

        link(ann, somebody(), 1);

        shop.customer(ann, true).post("/v1/reservations/" + id + "/confirm").then().statusCode(200);
    }

    @Test
    void decisionsUnderWayNeverMissALink() throws Exception {
        shop.personalCampaign("merge-g", "merge.g");
        shop.policy("merge-g", "campaign:merge-g", 20, "P1D");
        var pool = Executors.newFixedThreadPool(12);
        try {
            for (int round = 0; round < 6; round++) {
                String ann = somebody();
                shop.customer(ann, true);
                String person = somebody();
                List<Callable<Integer>> work = new ArrayList<>();
                for (int request = 0; request < 36; request++) {
                    work.add(() -> granted(shop.asCustomer(ann)));
                }
                work.add(8, () -> link(ann, person + "-1", 1));
                work.add(16, () -> link(ann, person + "-2", 2));
                work.add(24, () -> link(ann, person + "-3", 3));
                int total = 0;
                for (var done : pool.invokeAll(work)) {
                    total += done.get();
                }
                assertThat(total).as("never over the cap, and never under it").isEqualTo(20);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whatWasConfirmedStaysConfirmedWhileItsIdentityMoves() throws Exception {
        shop.personalCampaign("merge-i", "merge.i");
        int shown = 0;
        var pool = Executors.newFixedThreadPool(12);
        try {
            for (int round = 0; round < Integer.getInteger("tact.rounds", 12); round++) {
                String ann = somebody();
                shop.customer(ann, true);
                String person = somebody();
                List<Callable<Integer>> work = new ArrayList<>();
                work.add(() -> moveAbout(ann, person));
                work.addAll(Collections.nCopies(6, () -> show(ann)));
                for (var done : pool.invokeAll(work)) {
                    shown += done.get();
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(shown).isPositive();
    }

    /** From one person to another, and back to one that it had left. */
    private int moveAbout(String name, String person) {
        for (int version = 1; version <= 4; version++) {
            link(name, person + "-" + version % 3, version);
        }
        return 0;
    }

    /**
     * A slot, rendered and seen; 0 if there was none, or no answer in time. What was confirmed is
     * found again in any case.
     */
    private int show(String name) {
        String id =
                shop.asCustomer(name)
                        .body(ask("merge.i", "merge-i", "tent-1"))
                        .post("/v1/reservations")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("reservation.id");
        if (id == null || settled(name, id, "/confirm") != 200) {
            return 0;
        }
        return settled(name, id, "/seen") == 200 ? 1 : 0;
    }

    private int settled(String name, String id, String step) {
        int status = shop.asCustomer(name).post("/v1/reservations/" + id + step).statusCode();
        assertThat(status).as(step).isIn(200, 503);
        return status;
    }

    private static int granted(RequestSpecification who) {
        String decision =
                who.body(ask("merge.g", "merge-g", "tent-1"))
                        .post("/v1/reservations")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("decision");
        return decision.equals("GRANT") ? 1 : 0;
    }

    private int link(String name, String person, long version) {
        following.follow(shop.keyOf(name), person, version, Instant.now()).await().indefinitely();
        return 0;
    }

    private static String confirm(RequestSpecification who, String placement, String campaign) {
        String id = reserve(who, placement, campaign);
        who.post("/v1/reservations/" + id + "/confirm").then().statusCode(200);
        return id;
    }

    private static String reserve(RequestSpecification who, String placement, String campaign) {
        return who.body(ask(placement, campaign, "tent-1"))
                .post("/v1/reservations")
                .then()
                .statusCode(200)
                .body("decision", equalTo("GRANT"))
                .extract()
                .path("reservation.id");
    }

    private static void denied(
            RequestSpecification who, String placement, String campaign, int count) {
        who.body(ask(placement, campaign, "tent-1"))
                .post("/v1/reservations")
                .then()
                .body("decision", equalTo("DENY"))
                .body("reason.count", equalTo(count));
    }
}
