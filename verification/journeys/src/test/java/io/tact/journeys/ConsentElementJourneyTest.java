package io.tact.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.tact.localstack.test.Eventually;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shop's own consent centre: what a person sees in it is what the ledger says. */
@Order(Integer.MAX_VALUE - 3)
class ConsentElementJourneyTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> PURPOSES =
            List.of(
                    "functionality",
                    "measurement",
                    "experience",
                    "marketing",
                    "identity_link",
                    "cross_device");

    private static Chromium chromium;
    private static RunningSuite suite;
    private static String shop;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.startOrSkip(ConsentElementJourneyTest.class);
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
    void whatIsChosenInItTheLedgerSays() {
        Page page = visit(ColorScheme.LIGHT);
        assertThat(page.locator("tact-consent .banner")).not().containsText("null");
        button(page, "Accept all").click();
        assertThat(button(page, "Accept all")).isHidden();
        assertThat(ledgerSays(page)).doesNotContainValue(false);

        openCentre(page);
        page.locator("tact-consent input[name=marketing]").uncheck();
        page.locator("tact-consent dialog").getByText("Save choices").click();
        assertThat(page.locator("tact-consent dialog")).isHidden();
        assertThat(ledgerSays(page))
                .containsEntry("marketing", false)
                .containsEntry("experience", true);

        openCentre(page);
        button(page.locator("tact-consent dialog"), "Reject all").click();
        assertThat(page.locator("tact-consent dialog")).isHidden();
        assertThat(ledgerSays(page)).doesNotContainValue(true);
        page.context().close();
    }

    /** A switch that moved by itself under somebody's finger would take the choice with it. */
    @Test
    void centreOpensWithEachSwitchWhereItBelongs() {
        Page page = answeredOn(1280, 900, ColorScheme.LIGHT);
        page.route(
                "**/v1/me/consents",
                route -> {
                    APIResponse answer = route.fetch();
                    page.waitForTimeout(500);
                    route.fulfill(new Route.FulfillOptions().setResponse(answer));
                });

        openCentre(page);

        assertThat(page.locator("tact-consent input[name=marketing]")).isChecked();
        page.locator("tact-consent input[name=marketing]").uncheck();
        page.locator("tact-consent dialog").getByText("Save choices").click();
        assertThat(page.locator("tact-consent dialog")).isHidden();
        assertThat(ledgerSays(page)).containsEntry("marketing", false);
        page.context().close();
    }

    /** The answer got lost, and what was said did not. */
    @Test
    void statementThatNobodyAnsweredIsSentAgainAndCountsOnce() {
        Page page = visit(ColorScheme.LIGHT);
        var lost = new AtomicInteger();
        page.route(
                "**/v1/me/consents",
                route -> {
                    if (route.request().method().equals("POST") && lost.getAndIncrement() == 0) {
                        assertThat(route.fetch().status()).isEqualTo(200);
                        route.abort();
                    } else {
                        route.resume();
                    }
                });

        button(page, "Accept all").click();

        assertThat(button(page, "Accept all")).isHidden();
        assertThat(lost.get()).isEqualTo(2);
        assertThat(consents(page).response().headers().firstValue("Consent-Seq").orElse(""))
                .as("one entry")
                .endsWith("=1");
        page.context().close();
    }

    /** One click took all of it; one click on any page takes all of it back. */
    @ParameterizedTest
    @CsvSource({"390,844,LIGHT", "1280,900,DARK"})
    void takingBackIsAsShortAsAllowing(int width, int height, ColorScheme scheme) {
        Page page = chromium.visit(width, height, scheme);
        Locator takeBack = page.locator("tact-consent-withdraw button");
        page.navigate(shop + "/");
        assertThat(takeBack).isHidden();
        button(page, "Accept all").click();
        assertThat(button(page, "Accept all")).isHidden();
        assertThat(takeBack).isVisible();

        page.navigate(shop + "/");
        takeBack.scrollIntoViewIfNeeded();
        picture(page, (width < 600 ? "phone-" : "desk-") + scheme + "-consent-take-back");
        takeBack.click();

        assertThat(page.locator("tact-consent-withdraw")).containsText("It counts from now on.");
        assertThat(takeBack).isHidden();
        assertThat(ledgerSays(page)).doesNotContainValue(true);
        assertThat(chromium.complaints()).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"390,844,LIGHT", "390,844,DARK", "1280,900,LIGHT", "1280,900,DARK"})
    void protectedCategoryNeedsAYesOfItsOwn(int width, int height, ColorScheme scheme) {
        askForADiet();
        Page page = answeredOn(width, height, scheme);
        Locator diet = page.locator("tact-consent input[name='sensitive:diet']");

        openCentre(page);
        assertThat(diet).not().isChecked();
        assertThat(answers(page).has("sensitive:diet")).as("accept all leaves it alone").isFalse();
        diet.check();
        diet.scrollIntoViewIfNeeded();
        picture(page, (width < 600 ? "phone-" : "desk-") + scheme + "-consent-sensitive");
        page.locator("tact-consent input[name=measurement]").uncheck();
        page.locator("tact-consent dialog").getByText("Save choices").click();
        assertThat(page.locator("tact-consent dialog")).isHidden();
        assertThat(answers(page).at("/sensitive:diet/answer").asText()).isEqualTo("granted");
        assertThat(ledgerSays(page))
                .containsEntry("measurement", false)
                .containsEntry("experience", true);

        openCentre(page);
        button(page.locator("tact-consent dialog"), "Reject all").click();
        assertThat(page.locator("tact-consent dialog")).isHidden();
        assertThat(answers(page).at("/sensitive:diet/answer").asText()).isEqualTo("withdrawn");
        assertThat(chromium.complaints()).isEmpty();
        page.context().close();
    }

    /** Again and again: a notice that is there already is the same. */
    private static void askForADiet() {
        String notice =
                """
                {"id":"diet","version":"1","sources":{"sensitive:diet":["entered"]},"texts":{
                  "en":{"sensitive:diet":{"title":"Food that suits me","whatWeDo":"We use the allergies that you tell us to leave out food.","whatYouGet":"You see only food that you can eat.","ifYouSayNo":"You see all food."}},
                  "de":{"sensitive:diet":{"title":"Essen, das zu mir passt","whatWeDo":"Wir nutzen Allergien, die Sie eingeben, und lassen Essen weg.","whatYouGet":"Sie sehen nur Essen, das Ihnen gut tut.","ifYouSayNo":"Sie sehen alles Essen."}}}}""";
        assertThat(
                        suite.post(
                                        "consent-service",
                                        "/v1/notices",
                                        Map.of("Authorization", "Bearer " + suite.tokenOf("olga")),
                                        notice)
                                .status())
                .isEqualTo(200);
    }

    @Test
    void keyboardAloneIsEnough() {
        Page page = visit(ColorScheme.LIGHT);
        assertThat(button(page, "Reject all")).isVisible();

        Eventually.get(
                "the focus on a refusal",
                () -> {
                    page.keyboard().press("Tab");
                    return String.valueOf(
                            page.evaluate(
                                    "document.activeElement?.shadowRoot?.activeElement?.textContent"));
                },
                "Reject all"::equals);
        page.keyboard().press("Enter");

        assertThat(button(page, "Reject all")).isHidden();
        Eventually.get(
                "four refusals",
                () -> answers(page),
                answers -> answers.toString().contains("refused"));
        page.context().close();
    }

    @Test
    void objectionStandsUntilItIsTakenBack() {
        Page page = visit(ColorScheme.LIGHT);
        button(page, "Accept all").click();
        assertThat(button(page, "Accept all")).isHidden();

        openCentre(page);
        page.locator("tact-consent dialog").getByText("Object to direct marketing").click();
        assertThat(page.locator("tact-consent dialog")).isHidden();
        assertThat(answers(page).at("/marketing/answer").asText()).isEqualTo("objected");

        openCentre(page);
        assertThat(page.locator("tact-consent dialog"))
                .containsText("You objected to direct marketing.");
        page.locator("tact-consent dialog").getByText("Take my objection back").click();
        assertThat(page.locator("tact-consent dialog")).isHidden();
        assertThat(answers(page).at("/marketing/answer").asText()).isEqualTo("refused");
        page.context().close();
    }

    @Test
    void signalOfTheBrowserIsHonouredAndSaidToBe() {
        Page page = visit(ColorScheme.LIGHT);
        button(page, "Accept all").click();
        assertThat(button(page, "Accept all")).isHidden();

        page.context().setExtraHTTPHeaders(Map.of("Sec-GPC", "1"));
        openCentre(page);

        assertThat(page.locator("tact-consent dialog"))
                .containsText("Your browser’s signal was honoured");
        assertThat(page.locator("tact-consent dialog")).containsText("It took back your yes of");
        assertThat(page.locator("tact-consent input[name=marketing]")).isDisabled();
        assertThat(answers(page).at("/marketing/answer").asText()).isEqualTo("withdrawn");
        picture(page, "consent-signal");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"390,844,LIGHT", "390,844,DARK", "1280,900,LIGHT", "1280,900,DARK"})
    void proofIsCheckedInTheBrowser(int width, int height, ColorScheme scheme) {
        Page page = answeredOn(width, height, scheme);

        Locator proof = openProof(page);

        assertThat(proof.locator(".verdict")).containsText("Checked in your browser");
        assertThat(proof.locator(".verdict")).containsText("The ledger has signed its head.");
        assertThat(proof).containsText("as entry");
        assertThat(proof).containsText("tact-purposes, version 1 (en)");
        proof.scrollIntoViewIfNeeded();
        picture(page, (width < 600 ? "phone-" : "desk-") + scheme + "-consent-proof");
        assertThat(receipt(page, proof).at("/dct:hasPart/0/dpv:hasConsentStatus/0/@type").asText())
                .isEqualTo("dpv:ConsentGiven");
        assertThat(chromium.complaints()).isEmpty();
        page.context().close();
    }

    /** What could be altered on the way, and what a proof of somebody else would look like. */
    private enum Forgery {
        BODY {
            @Override
            void alter(ObjectNode proof) {
                entry(proof)
                        .put(
                                "body",
                                entry(proof).get("body").asText().replace("granted", "refused"));
            }
        },
        NONCE {
            @Override
            void alter(ObjectNode proof) {
                entry(proof).put("nonce", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
            }
        },
        INDEX {
            @Override
            void alter(ObjectNode proof) {
                entry(proof).put("index", Math.max(0, entry(proof).get("index").asLong() - 1));
            }
        },
        BEHIND_THE_END {
            @Override
            void alter(ObjectNode proof) {
                entry(proof).put("index", 1_000_000_000L);
            }
        },
        SHORTER_PATH {
            @Override
            void alter(ObjectNode proof) {
                ArrayNode path = (ArrayNode) entry(proof).get("inclusion");
                path.remove(path.size() - 1);
            }
        },
        SIZE {
            @Override
            void alter(ObjectNode proof) {
                String[] lines = proof.get("checkpoint").asText().split("\n", 3);
                proof.put("checkpoint", lines[0] + "\n1" + lines[1] + "\n" + lines[2]);
            }
        },
        ORIGIN {
            @Override
            void alter(ObjectNode proof) {
                proof.put("checkpoint", "another" + proof.get("checkpoint").asText());
            }
        },
        ANSWER {
            @Override
            void alter(ObjectNode proof) {
                proof.put("answer", "refused");
            }
        };

        abstract void alter(ObjectNode proof);

        static ObjectNode entry(ObjectNode proof) {
            return (ObjectNode) proof.get("entries").get(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgeryIsSeenInTheBrowser(Forgery forgery) {
        Page page = answeredOn(1280, 900, ColorScheme.LIGHT);
        page.route(
                "**/v1/me/proof**",
                route -> {
                    APIResponse genuine = route.fetch();
                    var proof = (ObjectNode) suite.read(genuine.text());
                    forgery.alter(proof);
                    route.fulfill(
                            new Route.FulfillOptions()
                                    .setResponse(genuine)
                                    .setBody(proof.toString()));
                });

        Locator proof = openProof(page);

        assertThat(proof.locator(".verdict.broken")).containsText("This does not hold");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,de"})
    void nothingOfItIsHiddenFromAScreenReader(ColorScheme scheme, String language) {
        Axe.assumeInstalled();
        Page page = chromium.visit(1280, 900, scheme);
        page.navigate(shop + "/privacy?language=" + language);
        page.evaluate(
                "language => document.querySelector('tact-consent').lang = language", language);
        assertThat(button(page, language.equals("de") ? "Alle ablehnen" : "Reject all"))
                .isVisible();
        assertThat(violations(page)).isEmpty();

        Locator accept = button(page, language.equals("de") ? "Alle annehmen" : "Accept all");
        accept.click();
        assertThat(accept).isHidden();
        page.evaluate("document.querySelector('tact-consent').show()");
        assertThat(page.locator("tact-consent dialog")).isVisible();
        assertThat(page.locator("tact-consent dialog"))
                .containsText(language.equals("de") ? "Vorschläge für mich" : "Suggestions for me");
        page.locator("tact-consent dialog summary").nth(2).click();
        assertThat(page.locator("tact-consent .verdict")).hasCount(1);
        picture(page, scheme + "-" + language + "-consent-centre");
        assertThat(violations(page)).isEmpty();
        page.context().close();
    }

    private static String violations(Page page) {
        return Axe.violations(page, "tact-consent", "tact-consent-withdraw");
    }

    private static Page visit(ColorScheme scheme) {
        Page page = chromium.visit(1280, 900, scheme);
        page.navigate(shop + "/privacy");
        return page;
    }

    private static Page answeredOn(int width, int height, ColorScheme scheme) {
        Page page = chromium.visit(width, height, scheme);
        page.navigate(shop + "/privacy");
        button(page, "Accept all").click();
        assertThat(button(page, "Accept all")).isHidden();
        return page;
    }

    private static void openCentre(Page page) {
        page.navigate(shop + "/privacy?choices");
        assertThat(page.locator("tact-consent dialog")).isVisible();
    }

    private static Locator openProof(Page page) {
        openCentre(page);
        Locator marketing =
                page.locator("tact-consent .purposes > li")
                        .filter(new Locator.FilterOptions().setHasText("Advertising for me"));
        marketing.locator("summary").click();
        return marketing.locator(".proof");
    }

    private static JsonNode receipt(Page page, Locator proof) {
        String text =
                (String)
                        proof.locator("a")
                                .evaluate("async link => (await fetch(link.href)).text()");
        return suite.read(text);
    }

    private static Map<String, Boolean> ledgerSays(Page page) {
        JsonNode answers = answers(page);
        var says = new TreeMap<String, Boolean>();
        PURPOSES.forEach(
                purpose ->
                        says.put(
                                purpose,
                                answers.at("/" + purpose + "/answer").asText().equals("granted")));
        return says;
    }

    private static JsonNode answers(Page page) {
        return consents(page).json().get("answers");
    }

    /** Of the visitor whom the shop knows by a cookie that no script sees. */
    private static Answer consents(Page page) {
        String visitor =
                page.context().cookies(shop + "/").stream()
                        .filter(cookie -> cookie.name.equals("tact-visitor"))
                        .map(cookie -> cookie.value)
                        .findFirst()
                        .orElseThrow();
        return suite.get("consent-service", "/v1/me/consents", Map.of("Tact-Visitor", visitor));
    }

    private static Locator button(Page page, String name) {
        return button(page.locator("tact-consent"), name);
    }

    private static Locator button(Locator within, String name) {
        return within.getByText(name, new Locator.GetByTextOptions().setExact(true)).first();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
