package io.tact.frequency.reservation;

import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A transaction that waited for a second connection would wait for ever in a pool full of them. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ManyAtOnceTest {
    /** The store has 16 connections. */
    private static final int MANY = 48;

    Surroundings shop;

    @Test
    void sessionsWithItemsThatNobodyAskedForBeforeAreAllDecidedAndSettled() throws Exception {
        shop.campaign(
                "many-a",
                """
                {"kind":"contextual","priority":10,"placements":["many.a"],"creative":{"type":"item"}}""");
        List<RequestSpecification> visitors = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            visitors.add(shop.asVisitor(shop.tokens().visitor(somebody())));
        }

        List<String> ids =
                atOnce(visitors, who -> reserve(who, ask("many.a", "many-a", somebody())));

        for (int number = 0; number < MANY; number += 3) {
            ids.set(number, "release/" + ids.get(number));
            ids.set(number + 1, "confirm/" + ids.get(number + 1));
            ids.set(number + 2, "not-interested/" + ids.get(number + 2));
        }
        assertThat(settledAtOnce(visitors, ids)).containsOnly(200);
    }

    @Test
    void reservationsOfPersonsAreAllReleased() throws Exception {
        shop.personalCampaign("many-b", "many.b");
        List<RequestSpecification> customers = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            customers.add(shop.customer(somebody(), true));
        }
        List<String> ids =
                atOnce(
                        customers,
                        who ->
                                reserve(
                                        who.header("Idempotency-Key", "key-1"),
                                        ask("many.b", "many-b", somebody())));

        assertThat(settledAtOnce(customers, ids.stream().map(id -> "release/" + id).toList()))
                .containsOnly(200);
    }

    private static String reserve(RequestSpecification who, String body) {
        String id = who.body(body).post("/v1/reservations").then().extract().path("reservation.id");
        assertThat(id).as("granted").isNotNull();
        return id;
    }

    /**
     * @param steps step/id, beside who takes it
     */
    private static List<Integer> settledAtOnce(List<RequestSpecification> who, List<String> steps)
            throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int number = 0; number < who.size(); number++) {
            RequestSpecification one = who.get(number);
            String[] step = steps.get(number).split("/", 2);
            work.add(
                    () ->
                            one.body("")
                                    .post("/v1/reservations/" + step[1] + "/" + step[0])
                                    .statusCode());
        }
        return run(work);
    }

    private static <T> List<T> atOnce(
            List<RequestSpecification> everybody,
            java.util.function.Function<RequestSpecification, T> doing)
            throws Exception {
        return run(everybody.stream().<Callable<T>>map(who -> () -> doing.apply(who)).toList());
    }

    private static <T> List<T> run(List<Callable<T>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(MANY);
        try {
            List<T> done = new ArrayList<>();
            for (var one : pool.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }
}
