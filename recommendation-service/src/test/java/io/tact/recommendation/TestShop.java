package io.tact.recommendation;

import static io.restassured.RestAssured.given;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.testkit.ConsentStates;
import io.tact.consent.client.testkit.LimitStates;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small shop with a history, in which it is known what goes with what. One for all tests of a
 * service under test.
 */
public final class TestShop {
    private static final Map<TestStack, TestShop> OPEN = new LinkedHashMap<>();
    private static final Instant LONG_AGO = Instant.now().minusSeconds(3 * 86_400);

    private final TestStack stack;
    private final IdentityKeys keys;
    private final TestLog log;
    private final ConsentStates consents;
    private final LimitStates limits;

    private TestShop(TestStack stack) {
        this.stack = stack;
        this.keys = new IdentityKeys(stack.installationSecret());
        this.log = new TestLog(stack.bootstrapServers(), stack.topicPrefix());
        this.consents =
                new ConsentStates(stack.bootstrapServers(), stack.topicPrefix()).heartbeat(true);
        this.limits = new LimitStates(stack.bootstrapServers(), stack.topicPrefix());
    }

    public static synchronized TestShop open(TestStack stack) {
        return OPEN.computeIfAbsent(
                stack,
                unopened -> {
                    var shop = new TestShop(stack);
                    shop.stockUp();
                    shop.live();
                    return shop;
                });
    }

    public TestLog log() {
        return log;
    }

    public ConsentStates consents() {
        return consents;
    }

    public LimitStates limits() {
        return limits;
    }

    public Guest visitor(String name) {
        String subject = "subject-of-the-shopper-" + name;
        return new Guest(
                this,
                keys.of(Identity.visitor(TestTokens.anonymousId(subject))),
                Map.of("Tact-Visitor", stack.tokens().visitor(subject)));
    }

    public Guest customer(String name) {
        return new Guest(
                this,
                keys.of(Identity.customer(name)),
                Map.of("Authorization", "Bearer " + stack.tokens().customer(name)));
    }

    public Guest stranger() {
        return new Guest(this, keys.of(Identity.visitor("nobody")), Map.of());
    }

    public static Map<String, Object> item(
            String id, String type, String category, @Nullable String group) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("itemId", id);
        item.put("title", "The " + id);
        item.put("productType", type);
        item.put("category", category);
        item.put("price", Map.of("amount", 9.95, "currency", "EUR"));
        item.put("image", "/pictures/" + id + ".svg");
        item.put("url", "/products/" + id);
        if (group != null) {
            item.put("variantGroup", group);
        }
        return item;
    }

    private void stockUp() {
        List<Map<String, Object>> items = new ArrayList<>();
        items.add(item("tent-red", "tent", "Outdoor", "fjord"));
        items.add(item("tent-blue", "tent", "Outdoor", "fjord"));
        items.add(item("tent-big", "tent", "Outdoor", null));
        items.add(item("bag-1", "sleeping bag", "Outdoor", null));
        items.add(item("mat-1", "mat", "Outdoor", null));
        items.add(item("mug-1", "mug", "Kitchen", null));
        items.add(item("mug-2", "mug", "Kitchen", null));
        Map<String, Object> gone = item("mat-2", "mat", "Outdoor", null);
        gone.put("available", false);
        items.add(gone);
        Map<String, Object> catFood = item("cat-food", "cat food", "Pets", null);
        catFood.put("consumable", true);
        items.add(catFood);
        Map<String, Object> test = item("test-1", "pregnancy test", "Health", null);
        test.put("sensitive", List.of("pregnancy"));
        items.add(test);
        given().auth()
                .oauth2(stack.tokens().staff("merchandiser"))
                .contentType("application/json")
                .body(items)
                .put("/v1/catalogue/items")
                .then()
                .statusCode(200);
    }

    /** What others did, so that there is something to learn. */
    private void live() {
        orders(40, "tent-red", "bag-1");
        orders(20, "tent-red", "mat-1");
        orders(10, "tent-red", "cat-food");
        orders(60, "cat-food");
        orders(50, "mug-1");
        for (int visitor = 0; visitor < 6; visitor++) {
            IdentityKey key = keys.of(Identity.visitor("neighbour " + visitor));
            consents.grant(key, Purpose.EXPERIENCE, Purpose.MEASUREMENT);
            for (String itemId : List.of("tent-red", "tent-big", "bag-1")) {
                log.event(key, "Product Viewed", List.of(itemId), List.of(key), LONG_AGO);
            }
        }
        Eventually.get(
                "the complements of the tent",
                () -> stranger().asks("product.complements", "tent-red"),
                answer ->
                        answer.jsonPath()
                                .getList("items.itemId")
                                .equals(List.of("bag-1", "mat-1")));
        Eventually.get(
                "everybody's visits in the model",
                () -> stranger().asks("home.popular"),
                answer -> answer.jsonPath().getList("items.itemId").contains("tent-big"));
    }

    private void orders(int count, String... itemIds) {
        for (int order = 0; order < count; order++) {
            IdentityKey key = keys.of(Identity.customer("buyer " + itemIds[0] + order));
            log.event(key, "Order Completed", List.of(itemIds), List.of(key), LONG_AGO);
        }
    }
}
