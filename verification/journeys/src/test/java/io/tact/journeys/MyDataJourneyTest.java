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

/**
 * The shop's page of what is known, under the shop's own policy, on what the services really say.
 */
@Order(Integer.MAX_VALUE - 4)
class MyDataJourneyTest {
    private static Chromium chromium;
    private static String shop;
    private static String tent;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.startOrSkip(MyDataJourneyTest.class);
        RunningSuite suite = RunningSuite.get();
        shop = suite.url("storefront");
        tent = Catalogue.read(suite).of("tent").get(0);
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void visitorSeesWhatTheyDidAndCustomerWhyThatIsTheirs() {
        Page page = chromium.visit(1280, 900, ColorScheme.LIGHT);
        page.navigate(shop);
        acceptAll(page);
        page.navigate(shop + "/products/" + tent);
        assertThat(shows(page, "Looked at"))
                .contains("What you did here", "A browser", "Suggestions for me");

        String name = new Accounts(RunningSuite.get()).create().name();
        page.navigate(shop + "/login?to=/my-data");
        page.locator("#username").fill(name);
        page.locator("#password").fill(name);
        page.locator("#kc-login").click();
        page.waitForURL(shop + "/my-data**");
        acceptAll(page);
        assertThat(shows(page, "One person with you"))
                .contains("You proved both: you were logged in, in this browser.");

        onEveryScreen(page);
        assertThat(chromium.complaints()).isEmpty();
        page.context().close();
    }

    private static String shows(Page page, String sentence) {
        Locator element = page.locator("tact-my-data");
        return Eventually.get(
                "“" + sentence + "” among my data",
                () -> {
                    page.navigate(shop + "/my-data");
                    assertThat(element).not().hasAttribute("aria-busy", "true");
                    assertThat(element.locator(".page")).isVisible();
                    return element.locator(".page").innerText();
                },
                text -> text.contains(sentence));
    }

    private static void acceptAll(Page page) {
        Locator accept =
                page.locator("tact-consent")
                        .getByText("Accept all", new Locator.GetByTextOptions().setExact(true))
                        .first();
        accept.click();
        assertThat(accept).isHidden();
    }

    private static void onEveryScreen(Page page) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(390, 1280)) {
                page.setViewportSize(width, 900);
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(
                                        Path.of(
                                                "target",
                                                "screenshots",
                                                "shop-my-data-%s-%d.png"
                                                        .formatted(
                                                                scheme.name()
                                                                        .toLowerCase(Locale.ROOT),
                                                                width))));
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
            }
        }
    }
}
