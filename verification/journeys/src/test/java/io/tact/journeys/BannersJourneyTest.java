package io.tact.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.tact.localstack.test.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Other people's banners in the shop, as npm has them. After each step the ledger says of the
 * shop's visitor what the banner says to the person.
 */
@Order(Integer.MAX_VALUE - 2)
class BannersJourneyTest {
    private static final String PAGE = "/banner-under-test";
    private static final List<String> PURPOSES =
            List.of("functionality", "measurement", "experience", "marketing");

    private static Chromium chromium;
    private static RunningSuite suite;
    private static String shop;

    @BeforeAll
    static void openBrowser() {
        if (!NpmBanners.installed()) {
            System.out.println(
                    "SKIPPED: BannersJourneyTest needs the banners from npm; verification/install-programs installs them");
        }
        assumeTrue(NpmBanners.installed());
        chromium = Chromium.startOrSkip(BannersJourneyTest.class);
        suite = RunningSuite.get();
        shop = suite.url("storefront");
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void whatC15tIsToldTheLedgerSays() {
        Page page = visit(NpmBanners.c15t());
        fetched(page);
        assertThat(page.evaluate("banner.getState().activeUI")).isEqualTo("banner");
        assertThat(page.evaluate("banner.getState().model")).isEqualTo("opt-in");
        assertThat(c15tSays(page)).doesNotContainValue(true);

        page.evaluate("banner.getState().saveConsents('all')");
        assertThat(c15tSays(page)).doesNotContainValue(false);
        assertThat(ledgerSays(page)).isEqualTo(c15tSays(page));
        assertThat(cookie(page, "tact-subject")).as("remembered, as allowed").startsWith("l.");

        // a change that takes something back makes c15t reload the page and tell afterwards
        answered(
                page,
                () ->
                        page.evaluate(
                                "banner.getState().setSelectedConsent('measurement', false), banner.getState().saveConsents('custom')"));
        fetched(page);
        assertThat(c15tSays(page))
                .containsEntry("measurement", false)
                .containsEntry("marketing", true);
        assertThat(ledgerSays(page)).isEqualTo(c15tSays(page));

        answered(page, () -> page.evaluate("banner.getState().saveConsents('necessary')"));
        fetched(page);
        assertThat(c15tSays(page)).doesNotContainValue(true);
        assertThat(ledgerSays(page)).isEqualTo(c15tSays(page));
        assertThat(cookie(page, "tact-subject")).as("for this visit only").startsWith("s.");
        assertThat(page.evaluate("banner.getState().activeUI"))
                .as("asks no more")
                .isEqualTo("none");
        page.context().close();
    }

    @Test
    void withdrawalDuringAnOutageCountsOnTheNextPage() {
        Page page = visit(NpmBanners.c15t());
        fetched(page);
        page.evaluate("banner.getState().saveConsents('all')");
        assertThat(ledgerSays(page)).doesNotContainValue(false);

        page.route(
                shop + "/api/c15t/subjects",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.evaluate("banner.getState().saveConsents('necessary')");
        page.waitForFunction("localStorage.getItem('c15t-pending-consent-submissions')");
        long givenAt =
                ((Number)
                                page.evaluate(
                                        "JSON.parse(localStorage.getItem('c15t-pending-consent-submissions'))[0].givenAt"))
                        .longValue();
        assertThat(ledgerSays(page)).as("nothing has arrived yet").doesNotContainValue(false);

        page.unroute(shop + "/api/c15t/subjects");
        Response late = answered(page, page::reload);

        assertThat(late.status()).isEqualTo(200);
        fetched(page);
        assertThat(c15tSays(page)).doesNotContainValue(true);
        assertThat(ledgerSays(page)).isEqualTo(c15tSays(page));
        JsonNode entry = lastEntry(page);
        assertThat(Instant.parse(entry.get("givenAt").asText()).toEpochMilli()).isEqualTo(givenAt);
        assertThat(Instant.parse(entry.get("recordedAt").asText()).toEpochMilli())
                .isGreaterThan(givenAt);
        page.context().close();
    }

    @Test
    void identifyingNeedsTheAccountItself() {
        Page page = visit(NpmBanners.c15t());
        fetched(page);
        page.evaluate("banner.getState().saveConsents('all')");
        String lena = suite.subjectOf("lena");

        JsonNode claimed = identifies(page, "not-" + lena);
        assertThat(claimed.get("success").asBoolean()).isFalse();
        assertThat(claimed.get("standing").asText()).isEqualTo("claimed");
        assertThat(accountSays("lena")).doesNotContainValue(true);

        page.navigate(shop + "/login?to=/basket");
        page.locator("#username").fill("lena");
        page.locator("#password").fill("lena");
        page.locator("#kc-login").click();
        page.waitForURL(shop + "/basket**");
        page.navigate(shop + PAGE);
        fetched(page);
        JsonNode proven = identifies(page, lena);
        assertThat(proven.get("success").asBoolean()).isTrue();
        assertThat(accountSays("lena")).as("a link grants nothing").doesNotContainValue(true);

        page.evaluate("banner.getState().saveConsents('all')");
        assertThat(accountSays("lena")).isEqualTo(c15tSays(page));
        assertThat(ledgerSays(page)).isEqualTo(c15tSays(page));
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JSON.stringify(cookie)",
                "new Blob([JSON.stringify(cookie)], { type: 'application/json' })"
            })
    void whatCookieConsentIsToldTheLedgerSays(String sent) {
        Page page = visit(NpmBanners.cookieConsent(sent));

        page.getByText("Accept all").click();
        assertThat(cookieConsentSays(page)).doesNotContainValue(false);
        ledgerFollows(page);
        // the ledger knows before the browser has heard the answer that carries the cookie
        Eventually.get(
                "remembered, as allowed",
                () -> cookie(page, "tact-subject"),
                subject -> subject.startsWith("l."));

        page.evaluate("CookieConsent.acceptCategory(['measurement'])");
        assertThat(cookieConsentSays(page))
                .containsEntry("measurement", true)
                .containsEntry("marketing", false);
        ledgerFollows(page);

        page.evaluate("CookieConsent.acceptCategory([])");
        assertThat(cookieConsentSays(page)).doesNotContainValue(true);
        ledgerFollows(page);
        page.context().close();
    }

    @Test
    void rejectingInCookieConsentIsARefusal() {
        Page page = visit(NpmBanners.cookieConsent("JSON.stringify(cookie)"));

        page.getByText("Reject all").click();

        Eventually.get(
                "four refusals",
                () -> mine(page).get("answers"),
                answers ->
                        PURPOSES.stream()
                                .allMatch(
                                        purpose ->
                                                answers.path(purpose)
                                                        .path("answer")
                                                        .asText()
                                                        .equals("refused")));
        page.context().close();
    }

    /** A new browser, welcomed by the shop, on a page with this banner. */
    private static Page visit(String html) {
        Page page = chromium.visit(1280, 900, ColorScheme.LIGHT);
        page.navigate(shop);
        NpmBanners.serve(page, shop, PAGE, html);
        page.navigate(shop + PAGE);
        return page;
    }

    private static void fetched(Page page) {
        page.waitForFunction("window.banner?.getState().hasFetchedBanner");
    }

    private static Response answered(Page page, Runnable action) {
        return page.waitForResponse(
                response ->
                        response.url().endsWith("/api/c15t/subjects")
                                && response.request().method().equals("POST"),
                action);
    }

    private static JsonNode identifies(Page page, String account) {
        Response response =
                page.waitForResponse(
                        one -> one.request().method().equals("PATCH"),
                        () ->
                                page.evaluate(
                                        "id => banner.getState().identifyUser({ id, identityProvider: 'oidc' })",
                                        account));
        assertThat(response.status()).isEqualTo(200);
        return suite.read(response.text());
    }

    private static Map<String, Boolean> c15tSays(Page page) {
        JsonNode consents =
                suite.read((String) page.evaluate("JSON.stringify(banner.getState().consents)"));
        return switches(purpose -> consents.get(purpose).asBoolean());
    }

    private static Map<String, Boolean> cookieConsentSays(Page page) {
        JsonNode accepted =
                suite.read(
                        (String)
                                page.evaluate(
                                        "JSON.stringify(Object.fromEntries(CookieConsent.getUserPreferences().acceptedCategories.map(name => [name, true])))"));
        return switches(accepted::has);
    }

    private static void ledgerFollows(Page page) {
        Eventually.get(
                "the ledger says what the banner says",
                () -> ledgerSays(page),
                says -> says.equals(cookieConsentSays(page)));
    }

    private static Map<String, Boolean> ledgerSays(Page page) {
        return granted(mine(page));
    }

    private static Map<String, Boolean> accountSays(String user) {
        return granted(
                suite.get(
                                "consent-service",
                                "/v1/me/consents",
                                Map.of("Authorization", "Bearer " + suite.tokenOf(user)))
                        .json());
    }

    private static Map<String, Boolean> granted(JsonNode consents) {
        return switches(
                purpose ->
                        consents.at("/answers/" + purpose + "/answer").asText().equals("granted"));
    }

    private static Map<String, Boolean> switches(Predicate<String> on) {
        Map<String, Boolean> switches = new TreeMap<>();
        PURPOSES.forEach(purpose -> switches.put(purpose, on.test(purpose)));
        return switches;
    }

    /** Of the visitor whom the shop knows by its cookies, which no script sees. */
    private static JsonNode mine(Page page) {
        return suite.get("consent-service", "/v1/me/consents", visitor(page)).json();
    }

    private static JsonNode lastEntry(Page page) {
        Answer proof =
                Eventually.get(
                        "the proof of the withdrawal",
                        () ->
                                suite.get(
                                        "consent-service",
                                        "/v1/me/proof?purpose=marketing",
                                        visitor(page)),
                        answer -> answer.status() == 200);
        return suite.read(proof.json().at("/entries/0/body").asText());
    }

    private static Map<String, String> visitor(Page page) {
        return Map.of("Tact-Visitor", cookie(page, "tact-visitor"));
    }

    private static String cookie(Page page, String name) {
        return page.context().cookies(shop + "/").stream()
                .filter(cookie -> cookie.name.equals(name))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No cookie " + name));
    }
}
