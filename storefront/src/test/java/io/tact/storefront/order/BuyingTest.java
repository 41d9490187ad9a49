package io.tact.storefront.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.localstack.test.Eventually;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.Browser;
import io.tact.storefront.fake.FakeService.Canned;
import io.tact.storefront.fake.FakeService.Seen;
import io.tact.storefront.fake.FakeWorld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class BuyingTest extends ShopTest {
    private static final Path ORDERS = FakeWorld.FOLDER.resolve("data/orders.jsonl");

    @Test
    void whatIsAddedLiesInTheBasket() {
        add("tent-1");
        add("tent-1");
        HttpResponse<String> added = add("mat-1");

        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(Browser.setCookie(added, "tact-basket"))
                .hasValueSatisfying(line -> assertThat(line).contains("HTTPOnly", "SameSite=Lax"));
        assertThat(ann.get("/basket").body())
                .contains("Fjord Mat, green", "€437.95", "Basket, 3 items")
                .contains("placement=\"basket.complements\"");
    }

    @Test
    void quantitiesChangeAndThingsGo() {
        add("tent-1");
        add("mat-1");

        ann.submit("/basket/quantities", Map.of("item", "tent-1", "quantity", "3"));
        ann.submit("/basket/quantities", Map.of("item", "mat-1", "quantity", "0"));

        assertThat(ann.cookie("tact-basket")).isEqualTo("tent-1*3");
    }

    @Test
    void whatIsNotSoldDoesNotComeIn() {
        add("no-such-thing");

        assertThat(ann.cookies()).doesNotContainKey("tact-basket");
    }

    @Test
    void anOrderGoesInUnderTheServerKeyWithTheCataloguesPrices() {
        add("tent-1");
        add("tent-1");
        add("mat-1");

        HttpResponse<String> bought = buy();

        assertThat(bought.statusCode()).isEqualTo(303);
        assertThat(bought.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/thank-you"));
        Seen seen = FakeWorld.PROFILE.onlySeen("POST /v1/track");
        assertThat(seen.header("Authorization"))
                .isEqualTo(
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (FakeWorld.SERVER_KEY + ":").getBytes(UTF_8)));
        assertThat(seen.headers().names()).doesNotContain("Tact-Visitor");
        JsonObject event = seen.json();
        JsonObject properties = event.getJsonObject("properties");
        assertThat(event.getString("event")).isEqualTo("Order Completed");
        assertThat(event.getString("messageId")).isEqualTo(properties.getString("order_id"));
        assertThat(event.getString("anonymousId"))
                .isEqualTo(FakeWorld.anonymousId(ann.cookie("tact-subject").substring(2)));
        assertThat(event.containsKey("userId")).isFalse();
        assertThat(properties.getDouble("total")).isEqualTo(437.95);
        assertThat(properties.getString("currency")).isEqualTo("EUR");
        assertThat(properties.getJsonArray("products"))
                .isEqualTo(
                        new JsonArray()
                                .add(product("tent-1", "Fjord Tent, <green>", 199.0, 2))
                                .add(product("mat-1", "Fjord Mat, green", 39.95, 1)));
    }

    @Test
    void thePageAfterwardsThanksAndComplements() {
        add("tent-1");
        buy();

        String page = ann.get("/thank-you").body();

        assertThat(page)
                .contains(
                        "Thank you.",
                        "Fjord Tent",
                        "placement=\"product.complements\" item=\"tent-1\"")
                .contains(sentOrder().getString("messageId"));
        assertThat(ann.cookies()).doesNotContainKey("tact-basket");
    }

    @Test
    void aFormSentTwiceIsOneOrder() {
        add("tent-1");
        String basket = ann.cookie("tact-basket");
        String id =
                ann.get("/basket")
                        .body()
                        .replaceAll("(?s).*name=\"order\" value=\"([^\"]+)\".*", "$1");

        ann.submit("/basket/buy", Map.of("order", id));
        ann.cookies().put("tact-basket", basket);
        ann.submit("/basket/buy", Map.of("order", id));

        Set<String> messageIds =
                FakeWorld.PROFILE.seen("POST /v1/track").stream()
                        .map(seen -> seen.json().getString("messageId"))
                        .collect(Collectors.toSet());
        assertThat(messageIds).containsExactly(id);
    }

    @Test
    void anEmptyBasketBuysNothing() {
        assertThat(buy().headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/basket"));
        assertThat(FakeWorld.PROFILE.seen("POST /v1/track")).isEmpty();
    }

    @Test
    void anOrderOfNobodyIsNobodysAndNotNothing() {
        FakeWorld.CONSENT.stop();
        ann.cookies().put("tact-basket", "tent-1*1");

        buy();

        assertThat(sentOrder().getString("anonymousId")).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void anOrderWaitsUntilProfileServiceIsBackAndIsKeptNoLonger() throws IOException {
        add("tent-1");
        FakeWorld.PROFILE.stop();

        HttpResponse<String> bought = buy();

        assertThat(bought.statusCode()).isEqualTo(303);
        assertThat(ann.get("/thank-you").body()).contains("Thank you.");
        assertThat(Files.readString(ORDERS)).contains("Order Completed");
        FakeWorld.PROFILE.start();
        Eventually.holds(
                "the order arrives", () -> !FakeWorld.PROFILE.seen("POST /v1/track").isEmpty());
        Eventually.holds("the file is empty", BuyingTest::nothingWaits);
    }

    @Test
    void anOrderIsSentAgainWhileProfileServiceHasTrouble() {
        add("tent-1");
        FakeWorld.PROFILE.answer("POST /v1/track", new Canned(503, Map.of(), ""));
        buy();
        Eventually.holds(
                "it is sent again", () -> FakeWorld.PROFILE.seen("POST /v1/track").size() > 2);

        FakeWorld.PROFILE.answer("POST /v1/track", Canned.json("{\"success\":true}"));

        Eventually.holds("it is accepted", BuyingTest::nothingWaits);
        assertThat(FakeWorld.PROFILE.seen("POST /v1/track").stream().map(Seen::body).distinct())
                .hasSize(1);
    }

    @Test
    void anOrderThatWillNeverBeTakenIsPutAside() throws IOException {
        add("tent-1");
        FakeWorld.PROFILE.answer("POST /v1/track", new Canned(400, Map.of(), ""));

        buy();

        Eventually.holds("nothing waits", BuyingTest::nothingWaits);
        assertThat(FakeWorld.PROFILE.seen("POST /v1/track")).hasSize(1);
        assertThat(Files.readString(FakeWorld.FOLDER.resolve("data/orders-refused.jsonl")))
                .contains(sentOrder().getString("messageId"));
    }

    private HttpResponse<String> add(String item) {
        return ann.submit("/basket/items", Map.of("item", item));
    }

    private HttpResponse<String> buy() {
        ann.get("/basket");
        return ann.submit("/basket/buy", Map.of());
    }

    private static JsonObject sentOrder() {
        return FakeWorld.PROFILE.seen("POST /v1/track").get(0).json();
    }

    private static boolean nothingWaits() {
        try {
            return Files.size(ORDERS) == 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonObject product(String id, String name, double price, int quantity) {
        return new JsonObject()
                .put("product_id", id)
                .put("name", name)
                .put("category", "Out & about")
                .put("price", price)
                .put("quantity", quantity);
    }
}
