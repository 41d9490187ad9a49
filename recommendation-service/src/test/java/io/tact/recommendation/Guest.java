package io.tact.recommendation;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.localstack.test.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who comes to the shop: with a token, and with what they do told to the log. */
public final class Guest {
    private final TestShop shop;
    private final IdentityKey key;
    private final Map<String, String> credentials;
    private final List<String> shown = new ArrayList<>();

    Guest(TestShop shop, IdentityKey key, Map<String, String> credentials) {
        this.shop = shop;
        this.key = key;
        this.credentials = credentials;
    }

    public IdentityKey key() {
        return key;
    }

    public Guest allows(Purpose... purposes) {
        return shows(shop.consents().grant(key, purposes));
    }

    public Guest withdraws(Purpose... purposes) {
        return shows(shop.consents().withdraw(key, purposes));
    }

    public Guest shows(ConsentSeq seq) {
        shown.clear();
        shown.add(seq.header());
        return this;
    }

    public Guest views(String... itemIds) {
        for (String itemId : itemIds) {
            shop.log().event(key, "Product Viewed", List.of(itemId), List.of(key));
        }
        return this;
    }

    public Guest adds(String itemId) {
        shop.log().event(key, "Product Added", List.of(itemId), List.of(key));
        return this;
    }

    public Guest buys(String... itemIds) {
        shop.log().event(key, "Order Completed", List.of(itemIds), List.of(key));
        return this;
    }

    public RequestSpecification request() {
        return given().headers(credentials)
                .headers(shown.isEmpty() ? Map.of() : Map.of("Consent-Seq", shown.get(0)))
                .contentType("application/json");
    }

    public Response asks(String placement) {
        return asks(Map.of("placement", placement));
    }

    public Response asks(String placement, String itemId) {
        return asks(Map.of("placement", placement, "item", itemId));
    }

    public Response asks(Map<String, Object> page) {
        return request().body(page).post("/v1/recommendations");
    }

    /** Asks again until this reason is among the answer's. */
    public Response asksUntil(String placement, String reason) {
        return Eventually.get(
                reason + " at " + placement,
                () -> asks(placement),
                answer -> answer.jsonPath().getList("items.reason").contains(reason));
    }
}
