package io.tact.storefront.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.localstack.test.Eventually;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.FakeService.Canned;
import io.tact.storefront.fake.FakeWorld;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class CatalogueTest extends ShopTest {
    @Inject Catalogue catalogue;

    @Test
    void allPagesAreRead() {
        assertThat(catalogue.now().items()).containsOnlyKeys("tent-1", "mat-1", "tent-2");
        assertThat(catalogue.now().categories()).containsExactly("Out & about");
    }

    @Test
    void aChangedCatalogueIsReadAgain() {
        FakeWorld.RECOMMENDATION.answer(
                "GET /v1/catalogue/items",
                Canned.json(
                        new JsonArray().add(FakeWorld.item("new-1", "New", "thing", 1)).encode()));

        Eventually.holds("the new one is there", () -> catalogue.now().find("new-1").isPresent());
    }

    @Test
    void theLastCatalogueStaysWhileTheServiceHasTrouble() throws InterruptedException {
        FakeWorld.RECOMMENDATION.answer(
                "GET /v1/catalogue/items", new Canned(500, Map.of(), "trouble"));
        FakeWorld.forget();
        Eventually.holds(
                "it was asked twice more",
                () -> FakeWorld.RECOMMENDATION.seen("GET /v1/catalogue/items").size() > 2);

        assertThat(catalogue.now().items()).hasSize(3);
    }

    @Test
    void anEmptyAnswerDoesNotEmptyTheShop() {
        FakeWorld.RECOMMENDATION.answer("GET /v1/catalogue/items", Canned.json("{\"items\":[]}"));
        FakeWorld.forget();
        Eventually.holds(
                "it was asked twice more",
                () -> FakeWorld.RECOMMENDATION.seen("GET /v1/catalogue/items").size() > 2);

        assertThat(catalogue.now().items()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "7", "{}", "{\"items\":7}"})
    void whatIsNoPageIsNone(String body) {
        assertThat(CataloguePage.read(Buffer.buffer(body))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"itemId\":\"../x\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}}",
                "{\"itemId\":\"x\",\"price\":{\"amount\":-1,\"currency\":\"EUR\"}}",
                "{\"itemId\":\"x\",\"price\":{\"amount\":1,\"currency\":\"pebbles\"}}",
                "{\"itemId\":\"x\",\"price\":{}}",
                "{\"itemId\":7}",
            })
    void whatCannotBeSoldIsLeftOut(String item) {
        CataloguePage page =
                CataloguePage.read(Buffer.buffer("{\"items\":[" + item + "]}")).orElseThrow();

        assertThat(page.items()).isEmpty();
    }
}
