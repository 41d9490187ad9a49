package io.tact.frequency.reservation;

import static io.tact.frequency.Surroundings.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class NeverOverTheCapTest {
    private static final int PEOPLE = 8;
    private static final int REQUESTS = 100;
    private static final int CLIENTS = 64;
    private static final int OF_CAMPAIGN = 5;
    private static final int OF_PRODUCT = 2;
    private static final List<String> ITEMS = List.of("tent-1", "tent-2", "lamp-3");

    Surroundings shop;

    @TestHTTPResource("/v1/reservations")
    URI reservations;

    @Test
    void manyAtOnceGetExactlyWhatTheCapsAllow() throws Exception {
        shop.personalCampaign("race", "race.a");
        shop.policy("race", "campaign:race", OF_CAMPAIGN, "P1D", "product:*", OF_PRODUCT, "P1D");
        try {
            race();
        } finally {
            shop.policy("race");
        }
    }

    private void race() throws Exception {
        var tokens = new ArrayList<String>();
        var seqs = new ArrayList<String>();
        for (int person = 0; person < PEOPLE; person++) {
            String name = somebody();
            seqs.add(
                    shop.consents()
                            .grant(shop.keyOf(name), io.tact.consent.client.Purpose.MARKETING)
                            .header());
            tokens.add(shop.tokens().customer(name));
        }
        var order = new ArrayList<Integer>();
        for (int request = 0; request < PEOPLE * REQUESTS; request++) {
            order.add(request % PEOPLE);
        }
        java.util.Collections.shuffle(order, new Random(42));
        var clients = new Semaphore(CLIENTS);
        HttpClient http = HttpClient.newHttpClient();
        List<List<CompletableFuture<JsonNode>>> answers = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            answers.add(new ArrayList<>());
        }

        for (int person : order) {
            clients.acquire();
            answers.get(person)
                    .add(
                            http.sendAsync(
                                            request(tokens.get(person), seqs.get(person)),
                                            BodyHandlers.ofString())
                                    .whenComplete((answer, trouble) -> clients.release())
                                    .thenApply(answer -> json(answer.body()))
                                    .thenCompose(
                                            answer -> confirmed(http, answer, tokens.get(person))));
        }

        for (List<CompletableFuture<JsonNode>> ofPerson : answers) {
            int granted = 0;
            Map<String, Integer> byItem = new HashMap<>();
            for (CompletableFuture<JsonNode> answer : ofPerson) {
                if (answer.get().path("decision").asText().equals("GRANT")) {
                    granted++;
                    byItem.merge(answer.get().at("/reservation/item").asText(), 1, Integer::sum);
                } else {
                    assertThat(answer.get().at("/reason/rule").asText()).startsWith("race/");
                    assertThat(answer.get().at("/reason/count").asInt())
                            .isGreaterThanOrEqualTo(answer.get().at("/reason/limit").asInt());
                }
            }
            assertThat(granted).isEqualTo(OF_CAMPAIGN);
            assertThat(byItem.values()).allMatch(count -> count <= OF_PRODUCT);
        }
    }

    /** So that it counts however long the race takes; an unconfirmed one would for a minute. */
    private CompletableFuture<JsonNode> confirmed(HttpClient http, JsonNode answer, String token) {
        if (!answer.path("decision").asText().equals("GRANT")) {
            return CompletableFuture.completedFuture(answer);
        }
        String id = answer.at("/reservation/id").asText();
        HttpRequest confirm =
                HttpRequest.newBuilder(URI.create(reservations + "/" + id + "/confirm"))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody())
                        .build();
        return http.sendAsync(confirm, BodyHandlers.ofString())
                .thenApply(
                        done -> {
                            assertThat(done.statusCode()).isEqualTo(200);
                            return answer;
                        });
    }

    private HttpRequest request(String token, String seq) {
        StringBuilder candidates = new StringBuilder();
        for (String item : ITEMS) {
            candidates
                    .append(candidates.isEmpty() ? "" : ",")
                    .append("{\"campaign\":\"race\",\"item\":\"" + item + "\"}");
        }
        return HttpRequest.newBuilder(reservations)
                .header("Authorization", "Bearer " + token)
                .header("Consent-Seq", seq)
                .header("Content-Type", "application/json")
                .POST(
                        BodyPublishers.ofString(
                                "{\"placement\":\"race.a\",\"candidates\":[" + candidates + "]}"))
                .build();
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException notJson) {
            throw new IllegalStateException(body, notJson);
        }
    }
}
