package io.tact.profile.protection;

import static io.tact.profile.protection.ProtectedCategory.BEREAVEMENT;
import static io.tact.profile.protection.ProtectedCategory.BIOMETRICS;
import static io.tact.profile.protection.ProtectedCategory.DIVORCE;
import static io.tact.profile.protection.ProtectedCategory.ETHNICITY;
import static io.tact.profile.protection.ProtectedCategory.HEALTH;
import static io.tact.profile.protection.ProtectedCategory.IMMIGRATION;
import static io.tact.profile.protection.ProtectedCategory.MONEY_TROUBLE;
import static io.tact.profile.protection.ProtectedCategory.POLITICS;
import static io.tact.profile.protection.ProtectedCategory.PREGNANCY;
import static io.tact.profile.protection.ProtectedCategory.RELIGION;
import static io.tact.profile.protection.ProtectedCategory.SEX_LIFE;
import static io.tact.profile.protection.ProtectedCategory.UNION;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.Purpose;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtectedCategoriesTest {
    private final ProtectedCategories categories = ProtectedCategories.shipped();

    @Test
    void eachCategoryHasItsOwnPurpose() {
        assertThat(SEX_LIFE.purpose()).isEqualTo(new Purpose("sensitive:sex_life"));
        for (ProtectedCategory category : ProtectedCategory.values()) {
            assertThat(ProtectedCategory.ofWire(category.wire())).contains(category);
            assertThat(categories.ofCategory(category.wire())).contains(category);
            assertThat(categories.ofCategory(category.purpose().name())).contains(category);
        }
        assertThat(ProtectedCategory.ofWire("shoes")).isEmpty();
    }

    @Test
    void readsEachCategoryInBothLanguages() {
        Map<String, ProtectedCategory> said =
                Map.ofEntries(
                        Map.entry("Diabetes", HEALTH),
                        Map.entry("Heuschnupfen", HEALTH),
                        Map.entry("Pregnancy", PREGNANCY),
                        Map.entry("Schwangerschaftstest", PREGNANCY),
                        Map.entry("Buddhism", RELIGION),
                        Map.entry("evangelisch", RELIGION),
                        Map.entry("Elections", POLITICS),
                        Map.entry("Parteimitglied", POLITICS),
                        Map.entry("trade union", UNION),
                        Map.entry("Eisenbahngewerkschaft", UNION),
                        Map.entry("Sexual orientation", SEX_LIFE),
                        Map.entry("Potenzmittel", SEX_LIFE),
                        Map.entry("ethnicity", ETHNICITY),
                        Map.entry("türkischstämmig", ETHNICITY),
                        Map.entry("fingerprint", BIOMETRICS),
                        Map.entry("Gesichtserkennung", BIOMETRICS),
                        Map.entry("debt repair", MONEY_TROUBLE),
                        Map.entry("Überschuldung", MONEY_TROUBLE),
                        Map.entry("Funeral", BEREAVEMENT),
                        Map.entry("verwitwet", BEREAVEMENT),
                        Map.entry("Divorcees", DIVORCE),
                        Map.entry("Sorgerecht", DIVORCE),
                        Map.entry("Immigrants", IMMIGRATION),
                        Map.entry("Asylbewerberin", IMMIGRATION));

        assertThat(said).allSatisfy((text, category) -> assertSaid(text, category));
    }

    @Test
    void readsNamesHoweverTheyAreWritten() {
        assertSaid("isPregnant", PREGNANCY);
        assertSaid("ispregnant", PREGNANCY);
        assertSaid("IS_PREGNANT", PREGNANCY);
        assertSaid("iSpReGnAnT", PREGNANCY);
        assertSaid("user.traits.likely-christian", RELIGION);
        assertSaid("interestedInDiabetesCare30d", HEALTH);
        assertSaid("hasHIVTest", HEALTH);
        assertSaid("type2diabetes", HEALTH);
        assertSaid("tradeunionmember", UNION);
        assertSaid("event.properties.category == 'Buddhism'", RELIGION);
        assertSaid("ＰＲＥＧＮＡＮＴ", PREGNANCY);
        assertSaid("preg\u00adnant", PREGNANCY);
        assertSaid("Hébraïsme et judaïsme: Judaïsm", RELIGION);
    }

    /** "afd" and "hiv" are words; a drawn id that holds them is none. */
    @Test
    void aDrawnIdSaysNothing() {
        assertHarmless("5f1c2ab0-afd1-4c2e-9dad-0a1b2c3d4e5f");
        assertHarmless("t_afd0123456ab");
        assertHarmless("order 00AFD7");
        assertSaid("AfD", POLITICS);
        assertSaid("covid19", HEALTH);
    }

    @Test
    void umlautsMayBeMissing() {
        assertSaid("Flüchtling", IMMIGRATION);
        assertSaid("Fluechtling", IMMIGRATION);
        assertSaid("Fluchtling", IMMIGRATION);
        assertSaid("Flu\u0308chtling", IMMIGRATION);
    }

    @Test
    void theNarrowestOfSeveralIsNamed() {
        assertThat(categories.ofCategory("Medical Health > Pregnancy")).contains(PREGNANCY);
        assertThat(categories.ofCategory("Gesundheit/Schwangerschaft")).contains(PREGNANCY);
        assertThat(categories.ofCategory("Medical Health > Cancer")).contains(HEALTH);
    }

    @Test
    void readsIdsOfBothTaxonomies() {
        assertThat(categories.ofCategory("iab-content-2.2:305")).contains(PREGNANCY);
        assertThat(categories.ofCategory("IAB2.2:305")).contains(PREGNANCY);
        assertThat(categories.ofCategory("iab-product-2.0:1391")).contains(HEALTH);
        assertThat(categories.ofCategory("IAB-AP2.0:1391")).contains(HEALTH);
        assertThat(categories.ofCategory("iab_305")).contains(PREGNANCY);
        assertSaid("item.category == 'iab-product-2.0:1061'", PREGNANCY);
        assertHarmless("iab-content-2.2:1");
        assertHarmless("iab-content-2.2:1391");
        assertHarmless("iab-product-2.0:305");
        assertHarmless("iab-content-2.2:3050");
        assertHarmless("305");
        assertHarmless("price > 305");
    }

    @Test
    void aWordThatIsOrdinaryCountsOnlyAlone() {
        assertSaid("race", ETHNICITY);
        assertSaid("customer.race", ETHNICITY);
        assertSaid("union == true", UNION);
        assertHarmless("race car");
        assertHarmless("Union Jack");
        assertHarmless("union set of both lists");
    }

    @Test
    void aHarmlessNameHidesOnlyItself() {
        assertHarmless("credit union");
        assertHarmless("Rugby Union");
        assertHarmless("News and Politics > Weather");
        assertHarmless("The Islamic Republic of Iran");
        assertSaid("credit union member in a trade union", UNION);
        assertSaid("News and Politics > Weather and Politics", POLITICS);
        assertSaid("mental health club", HEALTH);
    }

    @Test
    void wordsInsideOtherWordsAreOthers() {
        assertHarmless("selection");
        assertHarmless("Koreans");
        assertHarmless("Schwarztee");
        assertHarmless("bitte wählen");
        assertHarmless("schwüle Tage");
        assertHarmless("Entscheidung");
        assertHarmless("fertilizer");
        assertHarmless("beehive");
        assertHarmless("updating");
        assertHarmless("antivirus");
        assertHarmless("rabbits");
    }

    @Test
    void emptyAndEndlessTextsAreRead() {
        assertHarmless("");
        assertHarmless(" >/'\" ");
        assertHarmless("iab-".repeat(100_000));
        assertHarmless("a".repeat(ProtectedCategories.LONGEST) + " pregnant");
        assertSaid("a ".repeat(ProtectedCategories.LONGEST / 2 - 5) + "pregnant", PREGNANCY);
        assertHarmless("trade ".repeat(1_000));
    }

    private void assertSaid(String text, ProtectedCategory category) {
        assertThat(categories.ofText(text)).as(text).contains(category);
    }

    private void assertHarmless(String text) {
        assertThat(categories.ofText(text)).as(text).isEmpty();
        assertThat(categories.ofCategory(text)).as(text).isEmpty();
    }
}
