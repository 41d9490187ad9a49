package io.tact.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.tact.localstack.test.Eventually;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shop as a person sees it: banner, shelves with reasons, log-in at Keycloak, basket, slot,
 * taking it back.
 */
@Order(Integer.MAX_VALUE - 1)
class BrowserJourneyTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final int PHONE = 390;
    private static final int DESK = 1280;

    private static Chromium chromium;
    private static String shop;
    private static List<String> tents;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.startOrSkip(BrowserJourneyTest.class);
        RunningSuite suite = RunningSuite.get();
        shop = suite.url("storefront");
        tents = Catalogue.read(suite).of("tent");
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390,844,LIGHT", "390,844,DARK", "1280,900,LIGHT", "1280,900,DARK"})
    void everyPageFitsItsScreenAndComplainsOfNothing(int width, int height, ColorScheme scheme) {
        Page page = chromium.visit(width, height, scheme);
        String size = size(width, scheme);

        for (String path :
                List.of("/", "/products/" + tents.get(0), "/basket", "/privacy", "/my-data")) {
            page.navigate(shop + path);
            settled(page);
            String name = path.equals("/") ? "home" : path.substring(1).replaceAll("/.*", "");
            picture(page, size + "-" + name + "-asked");
            dismissBanner(page);
            picture(page, size + "-" + name);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", path)
                    .isLessThanOrEqualTo(width);
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void annAllowsIsServedLogsInBuysAndTakesItBack() {
        Page page = chromium.visit(DESK, 900, ColorScheme.LIGHT);
        page.navigate(shop);
        button(page, "Accept all").click();
        assertThat(button(page, "Accept all")).isHidden();

        page.navigate(shop + "/products/" + tents.get(0));
        settled(page);
        page.navigate(shop + "/products/" + tents.get(1));
        Locator complements = page.locator("tact-shelf[placement='product.complements']");
        assertThat(complements).containsText("Often bought with");
        picture(page, "story-1-product");

        page.locator("form[action='/basket/items'] button").click();
        settled(page);
        Eventually.get(
                "the tent in the slot of the home page",
                () -> {
                    page.navigate(shop);
                    settled(page);
                    return page.locator("tact-slot a[href*='" + tents.get(1) + "']").count();
                },
                count -> count > 0);
        picture(page, "story-2-slot");
        assertThat(page.locator("tact-shelf[placement='home.session']")).isVisible();

        page.navigate(shop + "/login?to=/basket");
        page.locator("#username").fill("ben");
        page.locator("#password").fill("ben");
        page.locator("#kc-login").click();
        page.waitForURL(shop + "/basket**");
        assertThat(page.locator("body")).containsText("Ben");
        button(page, "Accept all").click();
        assertThat(button(page, "Accept all")).isHidden();
        picture(page, "story-3-logged-in");
        assertThat(page.context().cookies(shop + "/"))
                .allSatisfy(cookie -> assertThat(cookie.httpOnly).as(cookie.name).isTrue());
        assertThat(
                        (String)
                                page.evaluate(
                                        "JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}])"))
                .as("what a script can read")
                .doesNotContain("eyJ");

        page.locator("form[action='/basket/buy'] button").click();
        page.waitForURL(shop + "/thank-you**");
        assertThat(page.locator(".bought")).containsText("1 ×");
        onEveryScreen(page, "story-4-thanks");
        Eventually.get(
                "the home page without the tent that was bought",
                () -> {
                    page.navigate(shop);
                    settled(page);
                    return page.locator("tact-slot a[href*='" + tents.get(1) + "']").count();
                },
                count -> count == 0);

        page.navigate(shop + "/account");
        assertThat(page.locator("h1")).containsText("Ben");
        onEveryScreen(page, "story-5-account");

        page.navigate(shop + "/privacy?choices");
        page.locator("tact-consent dialog")
                .getByText("Reject all", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("tact-consent dialog")).isHidden();
        page.navigate(shop);
        settled(page);
        assertThat(page.locator("tact-shelf[placement='home.session']"))
                .not()
                .containsText("Others who looked at");
        picture(page, "story-6-taken-back");

        assertThat(chromium.complaints()).isEmpty();
    }

    /** Every shelf and slot has its answer. */
    private static void settled(Page page) {
        assertThat(page.locator("tact-shelf[aria-busy=true], tact-slot[state=loading]"))
                .hasCount(0);
    }

    private static void dismissBanner(Page page) {
        Locator reject = button(page, "Reject all");
        if (reject.isVisible()) {
            reject.click();
            assertThat(reject).isHidden();
        }
    }

    private static Locator button(Page page, String name) {
        return page.locator("tact-consent")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .first();
    }

    /** As a phone and a desk see it, by day and by night. */
    private static void onEveryScreen(Page page, String name) {
        settled(page);
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(PHONE, DESK)) {
                page.setViewportSize(width, 900);
                picture(page, size(width, scheme) + "-" + name);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of %s", name)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    private static String size(int width, ColorScheme scheme) {
        return (width < 600 ? "phone-" : "desk-") + scheme.name().toLowerCase(Locale.ROOT);
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(false));
    }
}
