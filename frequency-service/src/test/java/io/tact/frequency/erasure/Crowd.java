package io.tact.frequency.erasure;

import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;

import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.frequency.Surroundings;
import io.tact.localstack.test.Eventually;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** People who look, are capped, buy, lose interest and ask twice; linked or not. */
final class Crowd {
    private static final String PLACEMENT = "forget.crowd";
    private static final String CAMPAIGN = "forget-crowd";

    private final Surroundings shop;
    private final Random random;
    private final Rows rows;
    private final List<Sent> history = new ArrayList<>();

    private record Sent(String topic, String key, String value) {}

    Crowd(Surroundings shop, Random random, Rows rows) {
        this.shop = shop;
        this.random = random;
        this.rows = rows;
        shop.personalCampaign(CAMPAIGN, PLACEMENT);
        // each cap that is reached lasts: none ends with a reservation that expires meanwhile
        shop.policy(
                CAMPAIGN,
                "product:lamp-0",
                1,
                "P30D",
                "product:crowd-1",
                1,
                "P30D",
                "placement:" + PLACEMENT,
                90,
                "session");
    }

    List<Somebody> of(int count) {
        List<Somebody> all = IntStream.range(0, count).mapToObj(index -> one()).toList();
        untilFollowed();
        return all;
    }

    private Somebody one() {
        int identities = 1 + random.nextInt(3);
        List<String> customers =
                IntStream.range(0, identities).mapToObj(index -> somebody()).toList();
        List<IdentityKey> keys = customers.stream().map(shop::keyOf).toList();
        List<String> persons = new ArrayList<>();
        persons.add(pseudonym(random));
        customers.forEach(this::look);
        if (random.nextInt(4) > 0) {
            keys.forEach(key -> link(key, persons.get(0), 1));
        }
        if (identities > 1 && random.nextBoolean()) {
            persons.add(pseudonym(random));
            link(keys.get(0), persons.get(1), 2);
        }
        customers.forEach(this::look);
        order(keys, persons.get(persons.size() - 1));
        return new Somebody(customers, keys, List.copyOf(persons));
    }

    private void look(String customer) {
        RequestSpecification request = shop.customer(customer, true);
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            String item = random.nextBoolean() ? "crowd-1" : "lamp-" + random.nextInt(3);
            String id =
                    request.header("Idempotency-Key", UUID.randomUUID().toString())
                            .body(ask(PLACEMENT, CAMPAIGN, item))
                            .post("/v1/reservations")
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("reservation.id");
            request = shop.asCustomer(customer);
            if (id != null && random.nextInt(3) > 0) {
                String path = "/v1/reservations/" + id;
                // a merge may have ended it meanwhile
                if (request.post(path + "/confirm").statusCode() == 200) {
                    request.post(path + (random.nextBoolean() ? "/seen" : "/not-interested"))
                            .then()
                            .statusCode(200);
                }
            }
        }
    }

    void link(IdentityKey key, String person, int version) {
        send(
                "profile.identity.v1",
                key.value(),
                "{\"person\":\"%s\",\"version\":%d}".formatted(person, version));
    }

    private void order(List<IdentityKey> keys, String person) {
        String identities = String.join("\",\"", keys.stream().map(IdentityKey::value).toList());
        send(
                "profile.event.v1",
                keys.get(0).value() + "/" + UUID.randomUUID(),
                """
                {"type":"track","name":"Order Completed","identities":["%s"],"person":"%s",
                 "products":[{"productId":"sold-1"}],"receivedAt":"%s"}"""
                        .formatted(identities, person, Instant.now()));
    }

    private void send(String topic, String key, String value) {
        history.add(new Sent(topic, key, value));
        shop.topics().send(topic, key, value);
    }

    /** Says everything once more, as of today. */
    void replay() {
        List.copyOf(history).forEach(sent -> shop.topics().send(sent.topic, sent.key, sent.value));
        untilFollowed();
    }

    /** Somebody in every partition comes behind all that was said. */
    private void untilFollowed() {
        List<String> markers =
                IntStream.range(0, 32).mapToObj(marker -> pseudonym(random)).toList();
        for (String marker : markers) {
            shop.topics()
                    .send(
                            "profile.identity.v1",
                            shop.keyOf(marker).value(),
                            "{\"person\":\"%s\",\"version\":1}".formatted(marker));
            String buyer = marker.substring(1);
            shop.topics()
                    .send(
                            "profile.event.v1",
                            buyer + "/1",
                            """
                            {"type":"track","name":"Order Completed","identities":[],"person":"%s","products":[{"productId":"x"}]}"""
                                    .formatted(buyer));
        }
        for (String marker : markers) {
            Eventually.holds("the links", () -> rows.contain("person_log", marker));
            Eventually.holds(
                    "the orders", () -> rows.contain("capped", "," + marker.substring(1) + ","));
        }
    }

    static String pseudonym(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
