package io.tact.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What those who run the shop see of it, each by their role. */
@Order(Integer.MAX_VALUE - 2)
class ConsentStaffJourneyTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static Chromium chromium;
    private static String shop;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.startOrSkip(ConsentStaffJourneyTest.class);
        shop = RunningSuite.get().url("storefront");
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void privacyOfficerSeesTheRatesLooksSomebodyUpAndFindsThatRecorded() {
        Page page = staff("paul");
        Locator view = page.locator("tact-consent-staff");
        assertThat(view).containsText("The ledger is well.");
        assertThat(view).containsText("What people answered in 30 days");

        view.locator("input[name=value]").fill("nobody-of-this-shop");
        view.locator("input[name=reason]").fill("ticket 4711");
        view.locator("form button").click();

        assertThat(view).containsText("Answer: unanswered");
        assertThat(view.locator("table").last()).containsText("ticket 4711");
        onEveryScreen(page, "consent-staff");
        assertThat(chromium.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void consentOfficerDoesNotSeeWhoLooked() {
        Page page = staff("olga");

        assertThat(page.locator("tact-consent-staff")).containsText("The ledger is well.");
        assertThat(page.locator("tact-consent-staff")).not().containsText("Who looked");
        page.context().close();
    }

    @Test
    void customerSeesNothing() {
        Page page = staff("ben");

        assertThat(page.locator("tact-consent-staff")).containsText("Your account has no role");
        assertThat(page.locator("tact-consent-staff section")).hasCount(1);
        page.context().close();
    }

    private static Page staff(String user) {
        Page page = chromium.visit(1280, 900, ColorScheme.LIGHT);
        page.navigate(shop + "/staff/consent");
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        page.waitForURL(shop + "/staff/consent**");
        assertThat(page.locator("tact-consent-staff")).not().hasAttribute("aria-busy", "true");
        return page;
    }

    private static void onEveryScreen(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(390, 1280)) {
                page.setViewportSize(width, 900);
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(
                                        PICTURES.resolve(
                                                "%d-%s-%s.png"
                                                        .formatted(
                                                                width,
                                                                scheme.name()
                                                                        .toLowerCase(Locale.ROOT),
                                                                name))));
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
            }
        }
    }
}
