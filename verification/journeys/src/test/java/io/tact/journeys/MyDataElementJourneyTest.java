package io.tact.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.tact.localstack.test.Eventually;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The customer's window: what it shows and does, on answers of which each test knows what is in
 * them.
 */
@Order(Integer.MAX_VALUE - 4)
class MyDataElementJourneyTest {
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final Path PURPOSES =
            Path.of("../../consent-service/src/main/resources/purposes");

    private static Chromium chromium;

    private MyDataPreview preview;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.startOrSkip(MyDataElementJourneyTest.class);
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothingIsComplainedOf() {
        if (preview == null) {
            return; // axe-core is not installed, which was said
        }
        preview.page().context().close();
        assertThat(chromium.complaints()).isEmpty();
    }

    static Stream<Arguments> screens() {
        return Stream.of("en", "de")
                .flatMap(
                        language ->
                                Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                        .flatMap(
                                                scheme ->
                                                        Stream.of(PHONE, DESK)
                                                                .map(
                                                                        width ->
                                                                                Arguments.of(
                                                                                        language,
                                                                                        scheme,
                                                                                        width))));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everybodyCanReadAndUseIt(String language, ColorScheme scheme, int width) {
        Axe.assumeInstalled();
        open("lang=" + language, width, scheme);
        String name =
                "my-data-%s-%s-%s"
                        .formatted(
                                language,
                                scheme.name().toLowerCase(Locale.ROOT),
                                width == PHONE ? "phone" : "desk");

        preview.at("event-1").locator("summary").click();
        preview.element().locator(".hours").first().click();
        fitsAndIsClean(name);
        preview.at("correct-shoe_size").click();
        fitsAndIsClean(name + "-correct");
        preview.dialog().locator(".close").click();
        preview.at("remove-email").click();
        fitsAndIsClean(name + "-delete");
        preview.dialog().locator(".close").click();
        preview.at("erase").click();
        assertThat(preview.at("understood")).isVisible();
        fitsAndIsClean(name + "-dry-run");
        preview.at("understood").check();
        preview.at("confirm").click();
        assertThat(preview.element().locator(".progress .signed")).hasCount(4);
        fitsAndIsClean(name + "-deleted");
    }

    @ParameterizedTest
    @CsvSource({
        "empty, en",
        "empty, de",
        "away, en",
        "away, de",
        "nobody, en",
        "nobody, de",
        "old, en"
    })
    void whatIsMissingIsSaidOnEveryScreen(String how, String language) {
        Axe.assumeInstalled();
        open(how + "&lang=" + language, PHONE, ColorScheme.DARK);

        fitsAndIsClean("my-data-%s-%s-phone".formatted(language, how));
        preview.page().setViewportSize(DESK, 900);
        fitsAndIsClean("my-data-%s-%s-desk".formatted(language, how));
    }

    @Test
    void valueSaysWhereItComesFromWhatItIsForUntilWhenAndWhyItCounts() {
        open("", DESK, ColorScheme.LIGHT);

        assertThat(fact("favourite_kind").innerText())
                .contains(
                        "Tents",
                        "You told us",
                        "10 May 2026",
                        "10 May 2027",
                        "Suggestions for me",
                        "That beats everything else.",
                        "Others say something else",
                        "Boots",
                        "We inferred");
        assertThat(fact("household_income").innerText()).contains("through Weather Ltd");
        assertThat(preview.element().locator("section[aria-labelledby=visits]").innerText())
                .contains(
                        "One person with you",
                        "You proved both: you were logged in, in this browser.",
                        "Only a browser says so.",
                        "one side has not allowed “Join my visits to my account”");
        assertThat(preview.element().locator("section[aria-labelledby=readers]").innerText())
                .contains("tact-storefront", "13 times", "Shoe size", "Something was held back");
    }

    @Test
    void correctionCountsAsTold() {
        open("", DESK, ColorScheme.LIGHT);
        assertThat(fact("tent_fan").innerText()).contains("We inferred").doesNotContain("Delete");

        preview.at("correct-shoe_size").click();
        preview.at("new-input").fill("43.5");
        preview.at("submit").click();

        assertThat(preview.status()).hasText("Corrected. It counts from now on.");
        assertThat(fact("shoe_size").locator(".value")).hasText("43.5");
        assertThat(preview.changes())
                .containsExactly("PUT /v1/me/values/shoe_size {\"value\":43.5}");
        assertThat(preview.calls().toString()).contains("\"X-Tact-CSRF\":\"1\"");
    }

    @Test
    void deletedValueIsGone() {
        open("", DESK, ColorScheme.LIGHT);

        preview.at("remove-household_income").click();
        assertThat(preview.dialog()).containsText("This cannot be undone.");
        assertThat(preview.changes()).isEmpty();
        preview.at("confirm").click();

        assertThat(preview.status()).containsText("Deleted");
        assertThat(preview.at("fact-household_income")).hasCount(0);
        assertThat(preview.changes()).containsExactly("DELETE /v1/me/values/household_income");
        assertThat(preview.focused()).isEqualTo("known");
    }

    @Test
    void questionIsAnsweredChangedAndTakenBack() {
        open("", PHONE, ColorScheme.LIGHT);

        preview.at("ask-seasons-save").click();
        assertThat(preview.element()).containsText("Please give an answer first");
        preview.at("ask-seasons-1").check();
        preview.at("ask-seasons-3").check();
        preview.at("ask-seasons-save").click();
        assertThat(preview.at("change-seasons")).isVisible();
        preview.at("change-favourite_kind").click();
        preview.at("new-2").check();
        preview.at("submit").click();
        assertThat(preview.dialog()).isHidden();
        preview.at("back-seasons").click();
        assertThat(preview.at("ask-seasons")).isVisible();

        assertThat(preview.changes())
                .containsExactly(
                        "PUT /v1/me/questions/seasons/answer {\"value\":[\"summer\",\"winter\"]}",
                        "PUT /v1/me/questions/favourite_kind/answer {\"value\":\"stove\"}",
                        "DELETE /v1/me/questions/seasons/answer");
    }

    @Test
    void questionIsAnsweredForSomebodyElseOrSkipped() {
        open("", PHONE, ColorScheme.LIGHT);

        preview.at("ask-height-input").fill("110");
        preview.at("ask-height-about").check();
        preview.at("ask-height-save").click();
        assertThat(preview.at("back-height")).isVisible();
        preview.at("ask-children-skip").click();
        assertThat(preview.at("back-children")).isVisible();

        assertThat(preview.changes())
                .containsExactly(
                        "PUT /v1/me/questions/height/answer {\"value\":110,\"about\":\"somebody-else\"}",
                        "PUT /v1/me/questions/children/answer {\"skip\":true}");
    }

    @Test
    void answerThatIsNotKeptSaysWhy() {
        open("refused", PHONE, ColorScheme.LIGHT);

        preview.at("ask-dream-input").fill("Lapland");
        preview.at("ask-dream-save").click();

        assertThat(preview.element())
                .containsText("Nothing was kept: you have not allowed “Suggestions for me”.");
        assertThat(preview.at("ask-dream-input")).hasValue("Lapland");
    }

    @Test
    void everythingIsDeletedOnlyAfterItWasShownAndUnderstood() {
        open("", DESK, ColorScheme.LIGHT);

        preview.at("erase").click();
        assertThat(preview.dialog()).containsText("517 visits, clicks and orders");
        assertThat(preview.dialog().innerText())
                .contains("Nothing has been deleted yet.", "2 browsers", "This cannot be undone.")
                .doesNotContain("0 notes");
        preview.at("confirm").click();
        assertThat(preview.dialog()).containsText("Please tick the box first.");
        assertThat(preview.changes()).containsExactly("POST /v1/me/erasure {\"dryRun\":true}");
        preview.at("understood").check();
        preview.at("confirm").click();

        assertThat(preview.dialog()).isHidden();
        assertThat(preview.element()).containsText("We know nothing about you.");
        assertThat(preview.status()).containsText("Everything is deleted.");
        assertThat(preview.changes())
                .containsExactly(
                        "POST /v1/me/erasure {\"dryRun\":true}",
                        "POST /v1/me/erasure {\"dryRun\":false}");
        Locator receipt = preview.element().locator("a[download='receipt-profile-service.jwt']");
        assertThat((String) receipt.evaluate("async link => (await fetch(link.href)).text()"))
                .startsWith("eyJ");
    }

    @Test
    void failingServiceIsSaidPlainlyAndLosesNothing() {
        open("fail", DESK, ColorScheme.LIGHT);

        preview.at("ask-dream-input").fill("Lapland");
        preview.at("ask-dream-save").click();
        assertThat(preview.element()).containsText("what you entered is still here");
        assertThat(preview.at("ask-dream-input")).hasValue("Lapland");
        preview.at("correct-shoe_size").click();
        preview.at("new-input").fill("44");
        preview.at("submit").click();
        assertThat(preview.dialog()).containsText("That did not work. Nothing was changed");
        assertThat(preview.at("new-input")).hasValue("44");
        assertThat(preview.focused()).isEqualTo("submit");
        preview.dialog().locator(".close").click();
        preview.at("restricted").click();
        assertThat(preview.at("restricted")).not().isChecked();
        preview.at("erase").click();
        preview.at("understood").check();
        preview.at("confirm").click();

        assertThat(preview.dialog()).containsText("That did not work. Nothing was changed");
        assertThat(preview.changes())
                .as("who says it once is not deleted twice")
                .containsOnlyOnce("POST /v1/me/erasure {\"dryRun\":false}");
        assertThat(fact("shoe_size").locator(".value")).hasText("42");
        assertThat(preview.at("ask-dream-input")).hasValue("Lapland");
    }

    @Test
    void limitIsSetAndLifted() {
        open("", DESK, ColorScheme.LIGHT);

        preview.at("objected").click();
        assertThat(preview.status()).hasText("It is so from now on.");
        assertThat(preview.at("objected")).isChecked();
        preview.at("objected").click();
        assertThat(preview.at("objected")).not().isChecked();

        assertThat(preview.changes())
                .containsExactly(
                        "PUT /v1/me/limits {\"restricted\":false,\"objected\":true}",
                        "PUT /v1/me/limits {\"restricted\":false,\"objected\":false}");
    }

    @Test
    void whatTheServiceDoesNotOfferIsNotShown() {
        open("old", DESK, ColorScheme.LIGHT);
        assertThat(preview.at("erase")).hasCount(0);
        assertThat(preview.at("restricted")).hasCount(0);

        preview.at("correct-shoe_size").click();
        preview.at("new-input").fill("43");
        preview.at("submit").click();

        assertThat(preview.dialog()).containsText("That is not possible here yet.");
        preview.dialog().locator(".close").click();
        assertThat(preview.at("correct-shoe_size")).hasCount(0);
        assertThat(preview.at("remove-shoe_size")).isVisible();
    }

    @Test
    void nothingOfTheDataIsHtml() {
        open("hostile", DESK, ColorScheme.LIGHT);
        String image = "<img src=x onerror=alert(1)>";

        assertThat(fact(image).locator(".value")).hasText(image);
        preview.at("correct-" + image).click();

        assertThat(preview.at("new-input")).hasValue(image);
        assertThat(preview.element().locator("img, b:text-is('crm')")).hasCount(0);
    }

    @Test
    void keyboardAloneIsEnough() {
        open("", DESK, ColorScheme.LIGHT);
        Page page = preview.page();

        Eventually.get(
                "the focus on a correction",
                () -> {
                    page.keyboard().press("Tab");
                    return preview.focused();
                },
                "correct-shoe_size"::equals);
        page.keyboard().press("Enter");
        assertThat(preview.dialog()).isVisible();
        page.keyboard().press("Escape");
        assertThat(preview.focused()).isEqualTo("correct-shoe_size");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+A");
        page.keyboard().type("41");
        page.keyboard().press("Enter");

        assertThat(fact("shoe_size").locator(".value")).hasText("41");
        assertThat(preview.focused()).isEqualTo("correct-shoe_size");
    }

    @Test
    void whatWasTypedSurvivesAChangeOfLanguage() {
        open("", DESK, ColorScheme.LIGHT);
        preview.at("ask-dream-input").fill("Lapland");

        preview.element().evaluate("element => element.lang = 'de'");

        assertThat(preview.at("known")).hasText("Was wir über Sie wissen");
        assertThat(preview.at("ask-dream-input")).hasValue("Lapland");
    }

    @Test
    void moreIsShownWhenAsked() {
        open("", DESK, ColorScheme.LIGHT);
        assertThat(preview.element().locator("details.event")).hasCount(10);

        preview.at("more").click();

        assertThat(preview.element().locator("details.event")).hasCount(17);
        assertThat(preview.element()).containsText("There is older data as well.");
    }

    @Test
    void paperShowsWhatIsKnownAndNothingToPress() {
        open("", DESK, ColorScheme.DARK);
        preview.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        preview.page().evaluate("window.dispatchEvent(new Event('beforeprint'))");

        assertThat(preview.element().locator("nav")).isHidden();
        assertThat(preview.at("erase")).isHidden();
        assertThat(preview.at("event-1")).containsText("Mozilla/5.0");
        preview.picture("my-data-paper");
    }

    /** The same words with the same gaps, none of them empty or left in English. */
    @Test
    void everythingIsSaidInBothLanguages() {
        open("", DESK, ColorScheme.LIGHT);

        JsonNode english = words("en");
        JsonNode german = words("de");

        assertThat(names(german)).containsExactlyElementsOf(names(english));
        assertThat(german).noneMatch(said -> said.asText().isBlank());
        assertThat(english).noneMatch(said -> said.asText().isBlank());
        assertThat(names(english))
                .filteredOn(name -> english.get(name).equals(german.get(name)))
                .as("the same in both")
                .containsExactlyInAnyOrder("name.name", "name.newsletter", "of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void purposesAreCalledAsWhereTheyAreAsked(String language) throws IOException {
        open("", DESK, ColorScheme.LIGHT);
        JsonNode words = words(language);
        var texts = new Properties();
        try (Reader file = Files.newBufferedReader(PURPOSES.resolve(language + ".properties"))) {
            texts.load(file);
        }

        assertThat(texts.getProperty("purposes").split(","))
                .allSatisfy(
                        purpose ->
                                assertThat(words.path("purpose." + purpose).asText())
                                        .isEqualTo(texts.getProperty(purpose + ".title")));
    }

    /** By their path; a function as how many it takes and what it makes of them. */
    private JsonNode words(String language) {
        return preview.evaluated(
                """
                import("/src/main/resources/META-INF/resources/micro-frontend/my-data-%s.js").then(({ default: words }) => {
                  const flat = {}
                  const walk = (at, word) => typeof word === "object" ? Object.entries(word).forEach(([name, inner]) => walk(at ? at + "." + name : name, inner))
                    : flat[at] = typeof word === "function" ? word.length + word("1", "2") : word
                  walk("", words)
                  return flat
                })"""
                        .formatted(language));
    }

    private static List<String> names(JsonNode words) {
        var names = new ArrayList<String>();
        words.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void open(String how, int width, ColorScheme scheme) {
        preview = MyDataPreview.open(chromium, how, width, scheme);
    }

    private Locator fact(String name) {
        return preview.element()
                .locator(".fact")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(preview.page().locator("[id='fact-" + name + "']")));
    }

    private void fitsAndIsClean(String name) {
        assertThat(Axe.violations(preview.page(), "tact-my-data")).as(name).isEmpty();
        preview.picture(name);
        assertThat(preview.evaluated("document.documentElement.scrollWidth").asInt())
                .as("width of %s", name)
                .isLessThanOrEqualTo(preview.page().viewportSize().width);
    }
}
