package io.tact.recommendation.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.recommendation.ServiceUnderTest;
import io.tact.recommendation.TestShop;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class CatalogueApiTest {
    TestStack stack;

    @BeforeEach
    void open() {
        TestShop.open(stack);
    }

    @Test
    void goodItemsAreKeptAndBadOnesNamed() {
        Map<String, Object> bad = TestShop.item("lamp-bad", "lamp", "Living", null);
        bad.remove("title");
        Map<String, Object> unreadable = TestShop.item("lamp-odd", "lamp", "Living", null);
        unreadable.put("price", Map.of("amount", "cheap", "currency", "EUR"));
        Map<String, Object> good = TestShop.item("lamp-1", "lamp", "Living", null);

        put(List.of(bad, good, good, unreadable, "lamp"))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("changed", equalTo(1))
                .body("rejected.index", contains(0, 2, 3, 4))
                .body("rejected.itemId", contains("lamp-bad", "lamp-1", "lamp-odd", null))
                .body("rejected[0].reason", equalTo("title is missing"))
                .body("rejected[2].reason", equalTo("price.amount cannot be read"));

        published("lamp-1").then().statusCode(200).body("title", equalTo("The lamp-1"));
        given().get("/v1/catalogue/items/lamp-bad").then().statusCode(404);
    }

    @Test
    void feedOfNothingButBadItemsIsRefusedWithTheReasons() {
        put(List.of(Map.of("itemId", "x y"), Map.of()))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/items-invalid"))
                .body("rejected.index", contains(0, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_001})
    void feedHasOneToAThousandItems(int size) {
        put(Collections.nCopies(size, TestShop.item("lamp-1", "lamp", "Living", null)))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://tact.dev/problems/feed-size"))
                .body("detail", containsString("not " + size));
    }

    @Test
    void sameFeedAgainChangesNothingAndPublishesNothing() {
        Map<String, Object> sofa = TestShop.item("sofa-1", "sofa", "Living", null);
        put(List.of(sofa)).then().body("changed", equalTo(1));
        put(List.of(sofa)).then().body("accepted", equalTo(1)).body("changed", equalTo(0));
        sofa.put("available", false);
        put(List.of(sofa)).then().body("changed", equalTo(1));

        try (var topic =
                new TopicUnderTest(
                        stack.bootstrapServers(), stack.topicPrefix() + "catalogue.item.v1")) {
            var last =
                    topic.readUntil(
                            record ->
                                    record.key().equals("sofa-1")
                                            && record.value().contains("\"version\": 2"));
            String value = last.get(last.size() - 1).value();
            new Contract("catalogue.item.v1").holdsFor(value, "the sofa");
            assertThat(value).contains("\"available\": false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "campaign-manager", "consent-officer"})
    void onlyMerchandisersFeedTheCatalogue(String role) {
        given().auth()
                .oauth2(stack.tokens().staff(role))
                .contentType("application/json")
                .body(List.of(TestShop.item("forged", "lamp", "Living", null)))
                .put("/v1/catalogue/items")
                .then()
                .statusCode(403);
    }

    @Test
    void customersAndStrangersDoNotFeedTheCatalogue() {
        List<?> feed = List.of(TestShop.item("forged", "lamp", "Living", null));
        given().auth()
                .oauth2(stack.tokens().customer("ann"))
                .contentType("application/json")
                .body(feed)
                .put("/v1/catalogue/items")
                .then()
                .statusCode(403);
        given().header("Tact-Visitor", stack.tokens().visitor("subject-of-a-visitor"))
                .contentType("application/json")
                .body(feed)
                .put("/v1/catalogue/items")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body(feed)
                .put("/v1/catalogue/items")
                .then()
                .statusCode(401);

        given().get("/v1/catalogue/items/forged").then().statusCode(404);
    }

    @Test
    void anybodyReadsTheCatalogueAndMayKeepItForAMoment() {
        Response tent = given().get("/v1/catalogue/items/tent-red");

        tent.then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=5")
                .body("itemId", equalTo("tent-red"))
                .body("variantGroup", equalTo("fjord"))
                .body("available", equalTo(true))
                .body("version", nullValue());
        given().header("If-None-Match", tent.header("ETag"))
                .get("/v1/catalogue/items/tent-red")
                .then()
                .statusCode(304);
    }

    @Test
    void unknownItemIsAProblem() {
        given().get("/v1/catalogue/items/unicorn")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/item-unknown"));
    }

    @Test
    void listGoesOnWhereThePageBeforeEnded() {
        Response first = given().get("/v1/catalogue/items?category=Outdoor&limit=2");
        first.then()
                .body("items.itemId", contains("bag-1", "mat-1"))
                .body("next", equalTo("mat-1"));

        given().get("/v1/catalogue/items?category=Outdoor&limit=9&after=mat-1")
                .then()
                .body("items.itemId", contains("mat-2", "tent-big", "tent-blue", "tent-red"))
                .body("next", nullValue());
        given().header("If-None-Match", first.header("ETag"))
                .get("/v1/catalogue/items?category=Outdoor&limit=2")
                .then()
                .statusCode(304);
    }

    @Test
    void wordsAreSoughtInWhatIsSaidOfAnItem() {
        given().get("/v1/catalogue/items?query=SLEEPING")
                .then()
                .body("items.itemId", contains("bag-1"));
        given().get("/v1/catalogue/items?query=unicorn").then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 501})
    void pageHasOneToFiveHundredItems(int limit) {
        given().get("/v1/catalogue/items?limit=" + limit)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://tact.dev/problems/limit-out-of-range"));
    }

    @Test
    void categoriesAreCounted() {
        given().get("/v1/catalogue/categories")
                .then()
                .statusCode(200)
                .body("find { it.category == 'Outdoor' }.items", equalTo(6))
                .body("category", hasItem("Kitchen"));
    }

    private Response put(List<?> items) {
        return given().auth()
                .oauth2(stack.tokens().staff("merchandiser"))
                .contentType("application/json")
                .body(items)
                .put("/v1/catalogue/items");
    }

    private static Response published(String itemId) {
        return Eventually.get(
                itemId,
                () -> given().get("/v1/catalogue/items/" + itemId),
                answer -> answer.statusCode() == 200);
    }
}
