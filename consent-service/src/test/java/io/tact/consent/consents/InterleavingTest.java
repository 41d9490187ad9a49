package io.tact.consent.consents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.localstack.test.TestStack;
import io.tact.proof.sealing.MasterKey;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Grants, withdrawals, objections, repeated and late ones, from four clients at once, end in what a
 * model of a few lines says of them in the order in which they were recorded.
 *
 * <p>{@code -Dtact.test.histories=2000} for more of them, {@code -Dtact.seed=} for the same again.
 */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class InterleavingTest {
    private static final String PATH = "/v1/me/consents";
    private static final int HISTORIES = Integer.getInteger("tact.test.histories", 30);

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    @Inject AgroalDataSource database;
    @Inject MasterKey master;

    private final ExecutorService clients = Executors.newFixedThreadPool(4);

    /** A request that may be sent more than once. */
    private record Said(String key, String body) {}

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void anyInterleavingEndsInWhatTheModelSays() throws Exception {
        long seed = Long.getLong("tact.seed", System.nanoTime());
        System.out.printf("InterleavingTest: -Dtact.seed=%d, %d histories%n", seed, HISTORIES);
        var random = new Random(seed);
        for (int history = 0; history < HISTORIES; history++) {
            String someone = "customer-" + UUID.randomUUID();
            List<Said> said = draw(random);

            Map<Said, List<String>> answers = send(someone, said);

            List<JsonObject> entries = entries(someone);
            assertThat(entries).as("seed %d: one each", seed).hasSameSizeAs(answers.keySet());
            assertThat(answers.values())
                    .as("seed %d: a repeated one gets the first answer", seed)
                    .allSatisfy(same -> assertThat(same.stream().distinct()).hasSize(1));
            assertThat(marketing(someone))
                    .as("seed %d, history %d: %s", seed, history, entries)
                    .isEqualTo(model(entries));
        }
    }

    private static List<Said> draw(Random random) {
        var said = new ArrayList<Said>();
        for (int i = 0; i < 8; i++) {
            String what =
                    switch (random.nextInt(8)) {
                        case 0 -> "\"objection\":true";
                        case 1 -> "\"objection\":false";
                        case 2, 3, 4 -> "\"answers\":{\"marketing\":true}";
                        default -> "\"answers\":{\"marketing\":false}";
                    };
            Instant givenAt = Instant.now().minusMillis(random.nextInt(60));
            var one =
                    new Said(
                            UUID.randomUUID().toString(),
                            "{%s,\"givenAt\":\"%s\"}".formatted(what, givenAt));
            said.addAll(Collections.nCopies(1 + random.nextInt(2), one));
        }
        Collections.shuffle(said, random);
        return said;
    }

    /**
     * @return the bodies that each was answered with
     */
    private Map<Said, List<String>> send(String someone, List<Said> said) throws Exception {
        List<Callable<Response>> requests =
                said.stream().<Callable<Response>>map(one -> () -> send(someone, one)).toList();
        List<Future<Response>> answered = clients.invokeAll(requests);
        var answers = new HashMap<Said, List<String>>();
        for (int i = 0; i < said.size(); i++) {
            Response answer = answered.get(i).get();
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            answers.computeIfAbsent(said.get(i), one -> new ArrayList<>())
                    .add(answer.header("Consent-Seq"));
        }
        return answers;
    }

    private Response send(String someone, Said said) {
        return customer(someone)
                .header("Idempotency-Key", said.key())
                .contentType(ContentType.JSON)
                .body(said.body())
                .post(PATH);
    }

    /**
     * The last word wins; a yes is as old as it says, a no is new; an objection stands until it is
     * taken back.
     */
    private static boolean model(List<JsonObject> entries) {
        boolean granted = false;
        boolean objected = false;
        Instant last = Instant.MIN;
        for (JsonObject entry : entries) {
            Instant recordedAt = Instant.parse(entry.getString("recordedAt"));
            Instant givenAt = Instant.parse(entry.getString("givenAt"));
            Boolean yes = entry.getJsonObject("said").getBoolean("marketing");
            Boolean objection = entry.getBoolean("objection");
            if (Boolean.TRUE.equals(yes)) {
                Instant at = givenAt.isBefore(recordedAt) ? givenAt : recordedAt;
                if (!objected && at.isAfter(last)) {
                    granted = true;
                    last = at;
                }
            } else if (yes != null || Boolean.TRUE.equals(objection) || objected) {
                objected = Boolean.TRUE.equals(objection) || objected && objection == null;
                granted = false;
                last = recordedAt;
            }
        }
        return granted;
    }

    private boolean marketing(String someone) {
        return "granted"
                .equals(
                        customer(someone)
                                .get(PATH)
                                .jsonPath()
                                .getString("answers.marketing.answer"));
    }

    private List<JsonObject> entries(String someone) throws Exception {
        return new EntryBodies(database, master)
                .of(new IdentityKeys(stack.installationSecret()).of(Identity.customer(someone)));
    }

    private RequestSpecification customer(String id) {
        return given().auth().oauth2(stack.tokens().customer(id));
    }
}
