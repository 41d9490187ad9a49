package io.tact.recommendation.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tact.localstack.test.TestStack;
import io.tact.recommendation.Guest;
import io.tact.recommendation.ServiceUnderTest;
import io.tact.recommendation.TestShop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class RecommendationApiTest {
    TestStack stack;
    TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(stack);
    }

    @Test
    void strangerGetsWhatGoesWithTheItemAndWhy() {
        shop.stranger()
                .asks("product.complements", "tent-red")
                .then()
                .statusCode(200)
                .body("placement", equalTo("product.complements"))
                .body("rung", equalTo("none"))
                .body("why", containsString("Nothing about you was used"))
                .body("items.itemId", contains("bag-1", "mat-1"))
                .body("items[0].title", equalTo("The bag-1"))
                .body("items[0].price.amount", equalTo(9.95f))
                .body("items[0].price.currency", equalTo("EUR"))
                .body("items[0].image", equalTo("/pictures/bag-1.svg"))
                .body("items[0].url", equalTo("/products/bag-1"))
                .body("items[0].productType", equalTo("sleeping bag"))
                .body("items.reason", everyItem(equalTo("BOUGHT_WITH")))
                .body("items[0].sentence", equalTo("Often bought with “The tent-red”"));
    }

    @Test
    void answerOnRungNoneHoldsNoIdNoTimeAndNoEvidence() {
        Response answer = shop.stranger().asks("home.popular");

        answer.then()
                .statusCode(200)
                .body("answerId", nullValue())
                .body("items.because", everyItem(nullValue()))
                .header("Index-Version", not(nullValue()))
                .header("Cache-Control", "private, no-store")
                .header("ETag", nullValue());
        assertThat(answer.asString()).doesNotContain(answer.header("Index-Version"));
        assertThat(answer.asString()).doesNotContainPattern("20[0-9]{2}-[0-9]{2}");
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void whoDidNotAllowGetsWhatAStrangerGetsByteForByte(Placement placement) {
        Map<String, Object> page =
                Map.of(
                        "placement",
                        placement.wire(),
                        "item",
                        "tent-red",
                        "category",
                        "Outdoor",
                        "fill",
                        true);
        shop.visitor("shy").views("tent-big", "mug-1").adds("mug-1").buys("bag-1");

        for (Guest who :
                List.of(
                        shop.stranger(),
                        shop.visitor("shy"),
                        shop.customer("shy"),
                        shop.visitor("somebody else"))) {
            assertSameForAll(page, who);
        }
    }

    /** At the same index version: facts of other tests may arrive meanwhile. */
    private void assertSameForAll(Map<String, Object> page, Guest who) {
        for (int attempt = 0; attempt < 20; attempt++) {
            Response anybodys = shop.stranger().asks(page);
            Response theirs = who.asks(page);
            assertThat(theirs.statusCode()).isEqualTo(200);
            if (anybodys.header("Index-Version").equals(theirs.header("Index-Version"))) {
                assertThat(theirs.asByteArray()).isEqualTo(anybodys.asByteArray());
                return;
            }
        }
        throw new AssertionError("The index never stood still");
    }

    @ParameterizedTest
    @CsvSource({"de, Beliebt", "de-AT;q=0.9, Beliebt", "en, Popular", "fr, Popular"})
    void sentencesAreInTheReadersLanguage(String accepted, String word) {
        given().header("Accept-Language", accepted.replace(";", ","))
                .contentType("application/json")
                .body(Map.of("placement", "home.popular"))
                .post("/v1/recommendations")
                .then()
                .body("items[0].sentence", containsString(word));
    }

    @Test
    void pageKnowsItsLanguageBetterThanTheHeader() {
        shop.stranger()
                .asks(Map.of("placement", "home.popular", "language", "de"))
                .then()
                .body("why", containsString("für alle gleich"));
    }

    @Test
    void shortListStaysShortUnlessThePageAsks() {
        shop.stranger()
                .asks(Map.of("placement", "product.complements", "item", "mug-1", "limit", 5))
                .then()
                .body("items", empty());

        shop.stranger()
                .asks(
                        Map.of(
                                "placement",
                                "product.complements",
                                "item",
                                "tent-red",
                                "limit",
                                5,
                                "fill",
                                true))
                .then()
                .body("items.findAll { it.fill == null }.itemId", contains("bag-1", "mat-1"))
                .body(
                        "items.findAll { it.fill }.reason",
                        everyItem(equalTo("POPULAR_IN_CATEGORY")));
    }

    @Test
    void basketOfThePageCounts() {
        shop.stranger()
                .asks(
                        Map.of(
                                "placement",
                                "basket.complements",
                                "basket",
                                List.of("tent-red", "mat-1", "unknown")))
                .then()
                .statusCode(200)
                .body("items.itemId", contains("bag-1"));
        shop.stranger()
                .asks("basket.complements", "tent-red")
                .then()
                .body("items.itemId", contains("bag-1", "mat-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"placement\":\"front.page\"}", "{\"placement\":null}", ""})
    void unknownPlacementIsToldWhichThereAre(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/v1/recommendations")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/placement-unknown"))
                .body("detail", containsString("home.session"));
    }

    @ParameterizedTest
    @CsvSource({
        "product.complements, , , 10, 422, item-required",
        "product.similar, , , 10, 422, item-required",
        "category.popular, , , 10, 422, category-required",
        "product.complements, sofa, , 10, 404, item-unknown",
        "category.popular, , Cars, 10, 404, category-unknown",
        "home.popular, , , 0, 422, limit-out-of-range",
        "home.popular, , , 51, 422, limit-out-of-range",
        "home.popular, , , -1, 422, limit-out-of-range"
    })
    void pageThatIsNotDescribedWellIsToldWhatIsMissing(
            String placement, String item, String category, int limit, int status, String slug) {
        var page =
                new java.util.HashMap<String, Object>(
                        Map.of("placement", placement, "limit", limit));
        page.put("item", item);
        page.put("category", category);

        shop.stranger()
                .asks(page)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/" + slug));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"basket\":{}}",
                "{\"placement\":\"home.popular\",\"limit\":\"many\"}"
            })
    void whatIsNoDescriptionIsRefused(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/v1/recommendations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/body-malformed"))
                .body("detail", not(containsString("many")));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        given().contentType("application/json")
                .body("{")
                .post("/v1/recommendations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void badCredentialIsNeverTakenForAStranger() {
        var tokens = stack.tokens();
        for (String bad :
                List.of(
                        tokens.expired("ann"),
                        tokens.wrongAudience("ann"),
                        tokens.foreignIssuer("ann"),
                        tokens.unsigned("ann"),
                        tokens.malformed())) {
            given().header("Authorization", "Bearer " + bad)
                    .contentType("application/json")
                    .body("{\"placement\":\"home.popular\"}")
                    .post("/v1/recommendations")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("https://tact.dev/problems/token-invalid"));
        }
        for (String bad :
                List.of(tokens.expiredVisitor("a"), tokens.foreignVisitor("a"), "nonsense")) {
            given().header("Tact-Visitor", bad)
                    .contentType("application/json")
                    .body("{\"placement\":\"home.popular\"}")
                    .post("/v1/recommendations")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void subjectInTheBodyIsNobody() {
        String body = shop.stranger().asks("home.session").asString();

        String forged =
                shop.stranger()
                        .asks(
                                Map.of(
                                        "placement",
                                        "home.session",
                                        "userId",
                                        "ann",
                                        "anonymousId",
                                        "ann",
                                        "person",
                                        "ann"))
                        .asString();

        assertThat(forged).contains("\"rung\":\"none\"").hasSameSizeAs(body);
    }
}
