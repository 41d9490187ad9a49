package io.tact.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the shop, with the credentials that the shop's own server would hold for them: the
 * visitor's token, after a log-in the customer's too, and the newest {@code Consent-Seq} of each.
 */
final class Visit {
    private final RunningSuite suite;
    private final String subjectId;
    private final String anonymousId;
    private final String visitorToken;
    private final Map<String, Long> shown = new TreeMap<>();
    private @Nullable Supplier<String> customerToken;
    private @Nullable String userId;

    private Visit(RunningSuite suite, JsonNode visitor) {
        this.suite = suite;
        this.subjectId = visitor.get("subjectId").asText();
        this.anonymousId = visitor.get("anonymousId").asText();
        this.visitorToken = visitor.get("token").asText();
    }

    /** A new browser. */
    static Visit begin(RunningSuite suite) {
        return new Visit(
                suite, suite.post("consent-service", "/v1/visitors", Map.of(), "{}").json());
    }

    String subjectId() {
        return subjectId;
    }

    String anonymousId() {
        return anonymousId;
    }

    Visit logsIn(String user) {
        String token = suite.tokenOf(user);
        customerToken = () -> token;
        userId = suite.subjectOf(user);
        return this;
    }

    Visit logsIn(Accounts.Account account) {
        customerToken = account.token()::get;
        userId = account.userId();
        return this;
    }

    Visit answers(Map<String, Boolean> answers) {
        Answer answer =
                post("consent-service", "/v1/me/consents", suite.text(Map.of("answers", answers)));
        answer.json();
        answer.headers("Consent-Seq").stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(String::strip)
                .forEach(
                        seq ->
                                shown.merge(
                                        seq.substring(0, seq.indexOf('=')),
                                        Long.parseLong(seq.substring(seq.indexOf('=') + 1)),
                                        Math::max));
        return this;
    }

    Visit allows(String... purposes) {
        return answersAll(true, purposes);
    }

    Visit withdraws(String... purposes) {
        return answersAll(false, purposes);
    }

    private Visit answersAll(boolean answer, String... purposes) {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        for (String purpose : purposes) {
            answers.put(purpose, answer);
        }
        return answers(answers);
    }

    Visit views(String itemId) {
        return tracks("Product Viewed", itemId);
    }

    Visit putsIntoBasket(String itemId) {
        return tracks("Product Added", itemId);
    }

    private Visit tracks(String name, String itemId) {
        send(suite.browserKey(), name, Map.of("product_id", itemId));
        return this;
    }

    /** The shop's server reports the order. */
    Visit buys(String itemId) {
        send(
                suite.serverKey(),
                "Order Completed",
                Map.of(
                        "order_id",
                        "journey-" + UUID.randomUUID(),
                        "products",
                        List.of(Map.of("product_id", itemId, "quantity", 1, "price", 99.0))));
        return this;
    }

    private void send(String writeKey, String name, Map<String, Object> properties) {
        sends(writeKey, suite.text(event("track", name, properties)));
    }

    /** As a client of Segment's makes one. */
    Map<String, Object> event(String type, String name, Map<String, Object> properties) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("event", name);
        event.put("timestamp", Instant.now().toString());
        event.put("messageId", UUID.randomUUID().toString());
        event.put("anonymousId", anonymousId);
        if (userId != null) {
            event.put("userId", userId);
        }
        event.put("properties", properties);
        return event;
    }

    void sends(String writeKey, String event) {
        // as the shop does: who sends an event just after a consent shows the consent with it
        Map<String, String> headers = new LinkedHashMap<>(consentSeq());
        headers.put("X-Write-Key", writeKey);
        suite.post("profile-service", "/v1/track", headers, event).json();
    }

    Shelf shelf(String placement) {
        return Shelf.of(recommendations(Map.of("placement", placement, "limit", 8)));
    }

    Shelf shelf(String placement, String itemId) {
        return Shelf.of(
                recommendations(Map.of("placement", placement, "item", itemId, "limit", 8)));
    }

    Answer recommendations(Map<String, Object> question) {
        return post("recommendation-service", "/v1/recommendations", suite.text(question));
    }

    Answer link() {
        return post("profile-service", "/v1/me/links", "{}");
    }

    /** Fills the slot as the page does: candidates, reservation, confirmation, seen. */
    Slot slot(String placement) {
        Shelf wanted =
                Shelf.of(recommendations(Map.of("placement", "slot.retargeting", "limit", 3)));
        List<Map<String, Object>> candidates = new ArrayList<>();
        for (Shelf.Item item : wanted.items()) {
            if (item.reason().equals("LEFT_IN_BASKET")) {
                candidates.add(Map.of("campaign", "left-in-basket", "item", item.itemId()));
            }
        }
        Answer answer =
                post(
                        "frequency-service",
                        "/v1/reservations",
                        suite.text(Map.of("placement", placement, "candidates", candidates)));
        JsonNode decision = answer.json();
        if (!decision.get("decision").asText().equals("GRANT")) {
            return new Slot(false, "", "", decision.path("reason"));
        }
        JsonNode reservation = decision.get("reservation");
        Answer confirmed =
                post(
                        "frequency-service",
                        "/v1/reservations/" + reservation.get("id").asText() + "/confirm",
                        "{}");
        confirmed.json();
        post(
                "frequency-service",
                "/v1/reservations/" + reservation.get("id").asText() + "/seen",
                "{}");
        return new Slot(
                true,
                reservation.get("campaign").asText(),
                reservation.path("item").asText(""),
                decision.path("reason"));
    }

    /** What the slot showed, or why it stayed empty. */
    record Slot(boolean shown, String campaign, String item, JsonNode reason) {}

    Answer get(String service, String path) {
        return suite.get(service, path, headers());
    }

    Answer post(String service, String path, String body) {
        return suite.post(service, path, headers(), body);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Tact-Visitor", visitorToken);
        if (customerToken != null) {
            headers.put("Authorization", "Bearer " + customerToken.get());
        }
        headers.putAll(consentSeq());
        return headers;
    }

    private Map<String, String> consentSeq() {
        if (shown.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "Consent-Seq",
                shown.entrySet().stream()
                        .map(seq -> seq.getKey() + "=" + seq.getValue())
                        .collect(Collectors.joining(", ")));
    }
}
