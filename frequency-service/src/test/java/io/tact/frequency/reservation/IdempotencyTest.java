package io.tact.frequency.reservation;

import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import io.tact.frequency.reservation.Answers.Subject;
import io.tact.frequency.reservation.Decision.Closed;
import io.tact.frequency.reservation.Decision.Closure;
import io.tact.frequency.session.SessionLogStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class IdempotencyTest {
    Surroundings shop;
    @Inject OnlyOnce once;
    @Inject Answers answers;
    @Inject SessionLogStore sessions;
    @Inject Pool database;

    @Test
    void sameKeyAndRequestGetTheSameAnswer() {
        shop.personalCampaign("once-a", "once.a");
        shop.policy("once-a", "campaign:once-a", 1, "P1D");
        RequestSpecification ann = shop.customer(somebody(), true);

        String first = answer(ann, "key-1", ask("once.a", "once-a", "tent-1"));
        String again = answer(ann, "key-1", ask("once.a", "once-a", "tent-1"));
        String another = answer(ann, "key-2", ask("once.a", "once-a", "tent-1"));

        assertThat(first).contains("GRANT").isEqualTo(again);
        assertThat(another).contains("DENY");
    }

    @Test
    void sameKeyWithAnotherRequestIsRefused() {
        RequestSpecification ann = shop.customer(somebody(), true);
        answer(ann, "key-1", ask("once.b"));

        ann.header("Idempotency-Key", "key-1")
                .body(ask("once.c"))
                .post("/v1/reservations")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://tact.dev/problems/idempotency-key-reused"));
    }

    @Test
    void keysOfOnePersonAreNotTheKeysOfAnother() {
        shop.personalCampaign("once-d", "once.d");
        String ann =
                answer(shop.customer(somebody(), true), "key-1", ask("once.d", "once-d", "tent-1"));
        String ben =
                answer(shop.customer(somebody(), true), "key-1", ask("once.d", "once-d", "tent-1"));

        assertThat(ann).isNotEqualTo(ben);
    }

    @Test
    void tenAtOnceAreOne() throws Exception {
        shop.personalCampaign("once-e", "once.e");
        String name = somebody();
        shop.customer(name, true);
        List<Callable<String>> requests =
                java.util.Collections.nCopies(
                        10,
                        () ->
                                answer(
                                        shop.asCustomer(name),
                                        "key-1",
                                        ask("once.e", "once-e", "tent-1")));
        var pool = Executors.newFixedThreadPool(10);
        try {
            var answers = new java.util.HashSet<String>();
            for (var done : pool.invokeAll(requests)) {
                answers.add(done.get());
            }
            assertThat(answers)
                    .hasSize(1)
                    .allSatisfy(answer -> assertThat(answer).contains("GRANT"));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void keyWorksWithoutMarketingAsWell() {
        shop.contextualCampaign("once-f", "once.f");
        RequestSpecification visitor = shop.asVisitor(shop.tokens().visitor(somebody()));

        assertThat(answer(visitor, "key-1", ask("once.f")))
                .contains("GRANT")
                .isEqualTo(answer(visitor, "key-1", ask("once.f")));
    }

    @Test
    void answerInASessionIsForgottenWithTheSession() {
        shop.contextualCampaign("once-g", "once.g");
        answer(shop.asVisitor(shop.tokens().visitor(somebody())), "key-1", ask("once.g"));
        answer(shop.asVisitor(shop.tokens().visitor(somebody())), "key-1", ask("once.nowhere"));
        answer(shop.customer(somebody(), true), "key-1", ask("once.g"));
        long ofPersons = kept(false);
        assertThat(kept(true)).isGreaterThanOrEqualTo(2);

        long later = Instant.now().plus(Duration.ofMinutes(31)).toEpochMilli();
        sessions.sweep(database, later).await().indefinitely();
        answers.sweep(database, later).await().indefinitely();

        assertThat(kept(true)).isZero();
        assertThat(kept(false)).isEqualTo(ofPersons);
    }

    @Test
    void whatNobodyDecidedIsNotKept() {
        var request =
                new Request(
                        new Caller(Optional.empty(), Optional.empty(), List.of(), false),
                        "once.h",
                        List.of(),
                        Optional.of("key-1"),
                        "test");
        Decision decision = new Closed(Closure.NO_CANDIDATE, OptionalLong.empty());
        Subject ann = Subject.person(somebody());

        assertThat(answered(ann, request, Optional.empty())).isEmpty();
        assertThat(answered(ann, request, Optional.of(decision)))
                .contains(ReservationAnswer.of(decision));
        assertThat(answered(ann, request, Optional.empty()))
                .contains(ReservationAnswer.of(decision));
    }

    private Optional<ReservationAnswer> answered(
            Subject subject, Request request, Optional<Decision> decision) {
        return once.answer(
                        subject,
                        request,
                        System.currentTimeMillis(),
                        transaction -> Uni.createFrom().item(decision))
                .await()
                .indefinitely();
    }

    private long kept(boolean session) {
        return database.preparedQuery("select count(*) from idempotent_answer where session = $1")
                .execute(Tuple.of(session))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private static String answer(RequestSpecification who, String key, String body) {
        return io.restassured.RestAssured.given()
                .spec(who)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/reservations")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
