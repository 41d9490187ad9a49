package io.tact.storefront.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.Browser;
import io.tact.storefront.fake.FakeService.Canned;
import io.tact.storefront.fake.FakeWorld;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class PageTest extends ShopTest {

    @Test
    void theFrontPagePlacesTheElements() {
        String page = ann.get("/").body();

        assertThat(page)
                .contains(
                        "placement=\"home.hero\"",
                        "placement=\"home.popular\"",
                        "placement=\"home.session\"",
                        "<tact-consent></tact-consent>",
                        "src=\"/tact/consent/micro-frontend/consent.js\"",
                        "href=\"/categories/Out%20%26%20about\"");
    }

    @Test
    void thatTheBrowsersSignalIsObeyedIsSaidWhereItIsLookedFor() {
        HttpResponse<String> answer = ann.get("/.well-known/gpc.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).containsPattern("\"gpc\"\\s*:\\s*true");
    }

    @Test
    void aProductPageSaysWhatItIs() {
        String page = ann.get("/products/tent-1").body();

        assertThat(page)
                .contains(
                        "Fjord Tent, &lt;green&gt;",
                        "€199.00",
                        "data-event=\"Product Viewed\"",
                        "data-product=\"tent-1\"",
                        "placement=\"product.complements\" item=\"tent-1\"",
                        "href=\"/products/tent-2\"")
                .doesNotContain("<green>");
    }

    @Test
    void aProductThatCameAMomentAgoIsShown() {
        FakeWorld.RECOMMENDATION.answer(
                "GET /v1/catalogue/items/brand-new",
                Canned.json(FakeWorld.item("brand-new", "A new thing", "thing", 5).encode()));

        assertThat(ann.get("/products/brand-new").body()).contains("A new thing");
    }

    @Test
    void aCategoryListsEachThingOnceWhateverItsColours() {
        String page = ann.get("/categories/Out%20%26%20about?kind=tent").body();

        assertThat(page)
                .contains("href=\"/products/tent-1\"", "in 2 versions")
                .doesNotContain("href=\"/products/tent-2\"", "href=\"/products/mat-1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/products/unknown",
                "/products/..%2f..",
                "/categories/Nothing",
                "/no-such-page"
            })
    void whatIsNotThereIsAPageThatHelpsAlong(String path) {
        HttpResponse<String> page = ann.get(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("This page does not exist.", "href=\"/\"");
    }

    @ParameterizedTest
    @CsvSource({
        "de,               de, Warenkorb, '199,00 €'",
        "'de-AT,en;q=0.5', de, Warenkorb, '199,00 €'",
        "'fr,en;q=0.5',    en, Basket,    '€199.00'",
        "fr,               en, Basket,    '€199.00'",
        "'!!!',            en, Basket,    '€199.00'",
    })
    void theShopSpeaksTheBrowsersLanguage(String accepted, String lang, String word, String price) {
        String page = ann.get("/products/tent-1", "Accept-Language", accepted).body();

        assertThat(page.replace('\u00a0', ' '))
                .contains("<html lang=\"" + lang + "\"", word, price);
    }

    @Test
    void aChosenLanguageStays() {
        ann.get("/?lang=de");

        assertThat(ann.get("/privacy", "Accept-Language", "en").body())
                .contains("<html lang=\"de\"", "Datenschutz");
    }

    @Test
    void anUnknownLanguageIsNotChosen() {
        HttpResponse<String> page = ann.get("/?lang=tlh");

        assertThat(page.body()).contains("<html lang=\"en\"");
        assertThat(Browser.setCookie(page, "tact-language")).isEmpty();
    }

    @Test
    void everyMessageIsSaidInGerman() throws Exception {
        var german = new java.util.Properties();
        try (var reader =
                new java.io.InputStreamReader(
                        java.util.Objects.requireNonNull(
                                getClass().getResourceAsStream("/messages/msg_de.properties")),
                        java.nio.charset.StandardCharsets.UTF_8)) {
            german.load(reader);
        }
        List<String> said =
                java.util.Arrays.stream(Messages.class.getDeclaredMethods())
                        .map(java.lang.reflect.Method::getName)
                        .toList();

        assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/privacy", "/tact/consent/v1/purposes", "/tact/none", "/no-such-page"})
    void everyAnswerTellsTheBrowserWhatItMayDo(String path) {
        var headers = ann.get(path).headers();

        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(
                        policy ->
                                assertThat(policy)
                                        .contains(
                                                "default-src 'none'",
                                                "script-src 'self';",
                                                "frame-ancestors 'none'")
                                        .doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void pagesHoldNoInlineScriptAndNoInlineStyle() {
        for (String path : List.of("/", "/products/tent-1", "/basket", "/privacy")) {
            assertThat(ann.get(path).body())
                    .doesNotContain(" style=", "<style", " onclick=", "javascript:")
                    .doesNotContainPattern("<script(?![^>]*src=)");
        }
    }

    @Test
    void pagesAreNotSharedBetweenPeople() {
        assertThat(ann.get("/").headers().firstValue("Cache-Control"))
                .hasValue("private, no-cache");
    }

    @Test
    void thePrivacyPageNamesAllThatIsKept() {
        String page = ann.get("/privacy").body();

        for (io.tact.storefront.shopper.Kept kept : io.tact.storefront.shopper.Kept.values()) {
            assertThat(page).contains(kept.cookieName(false));
        }
        assertThat(page).contains("180 days", "<tact-consent>");
        assertThat(ann.get("/privacy?choices").body()).contains("<tact-consent open>");
    }

    @Test
    void myDataIsThereForVisitorsAndWithoutScripts() {
        String page = ann.get("/my-data?lang=de").body();

        assertThat(page)
                .contains(
                        "<tact-my-data>",
                        "src=\"/tact/profile/micro-frontend/my-data.js\"",
                        "href=\"/tact/profile/micro-frontend/my-data-de.js\"",
                        "href=\"/tact/profile/v1/me/export?kind=access\"");
        assertThat(ann.get("/").body()).contains("href=\"/my-data\"");
    }

    @Test
    void assetsAreCachedUnderTheirVersion() {
        String page = ann.get("/").body();
        String style = page.replaceAll("(?s).*href=\"(/assets/shop.css\\?v=[a-z0-9]+)\".*", "$1");

        HttpResponse<String> answer = ann.get(style);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caching -> assertThat(caching).contains("max-age"));
    }
}
