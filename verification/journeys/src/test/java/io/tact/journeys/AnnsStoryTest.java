package io.tact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.localstack.test.Eventually;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Ann visits, allows, is served, logs in, is shown the tent that she left in the basket, buys it,
 * and takes everything back. One story: each step begins where the last one ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class AnnsStoryTest {
    private static final Set<String> NEVER_WITH_A_TENT = Set.of("cat food");

    private static RunningSuite suite;
    private static Visit ann;
    private static List<String> tents;

    @BeforeAll
    static void annOpensTheShop() {
        suite = RunningSuite.get();
        ann = Visit.begin(suite);
        tents = Catalogue.read(suite).of("tent");
    }

    @Test
    @Order(1)
    void withoutConsentSheSeesWhatEverybodySees() {
        Visit stranger = Visit.begin(suite);

        Shelf hers = ann.shelf("home.session");
        Shelf anybodys = stranger.shelf("home.session");

        assertThat(hers.rung()).isEqualTo("none");
        assertThat(hers.items()).isNotEmpty();
        assertThat(hers.body()).isEqualTo(anybodys.body());
    }

    @Test
    @Order(2)
    void whatSheViewsBeforeAllowingItChangesNothing() {
        ann.views(tents.get(0)).views(tents.get(1));
        Visit stranger = Visit.begin(suite);

        assertThat(ann.shelf("home.session").body())
                .isEqualTo(stranger.shelf("home.session").body());
    }

    @Test
    @Order(3)
    void afterAllowingExperienceTheShelfFollowsHerSessionAndSaysWhy() {
        ann.allows("experience", "measurement");
        ann.views(tents.get(0)).views(tents.get(1));

        Shelf shelf =
                Eventually.get(
                        "a shelf that follows the two tents",
                        () -> ann.shelf("home.session"),
                        answer -> answer.reasons().contains("SESSION_NEIGHBOUR"));

        assertThat(shelf.rung()).isEqualTo("experience");
        assertThat(shelf.items()).allSatisfy(item -> assertThat(item.sentence()).isNotBlank());
    }

    @Test
    @Order(4)
    void loggingInJoinsHerVisitsOnlyIfSheAllowsIt() {
        ann.logsIn("ann").allows("experience", "measurement");
        assertThat(ann.link().json().get("linked").asBoolean()).isFalse();

        ann.allows("identity_link");

        Eventually.get(
                "her visits in her account",
                ann::link,
                answer -> answer.json().get("linked").asBoolean());
    }

    @Test
    @Order(5)
    void theSlotShowsTheTentSheLeftInTheBasketThreeTimesADayAndThenStops() {
        ann.allows("marketing");
        ann.putsIntoBasket(tents.get(0));
        Eventually.get(
                "the tent among the candidates of the slot",
                () -> ann.shelf("slot.retargeting"),
                answer -> answer.itemIds().contains(tents.get(0)));

        for (int time = 1; time <= 3; time++) {
            Visit.Slot slot = ann.slot("home.hero");
            assertThat(slot.campaign()).as("time %d: %s", time, slot).isEqualTo("left-in-basket");
            assertThat(slot.item()).isEqualTo(tents.get(0));
        }

        assertThat(ann.slot("home.hero").item()).isNotEqualTo(tents.get(0));
    }

    @Test
    @Order(6)
    void afterBuyingTheTentItIsNotAdvertisedAnyMoreAndTheShelfOffersWhatGoesWithIt() {
        ann.putsIntoBasket(tents.get(1));
        Eventually.get(
                "the second tent among the candidates",
                () -> ann.shelf("slot.retargeting"),
                answer -> answer.itemIds().contains(tents.get(1)));

        ann.buys(tents.get(1));

        Eventually.get(
                "no more advertising of what she bought",
                () -> ann.shelf("slot.retargeting"),
                answer -> !answer.itemIds().contains(tents.get(1)));
        Shelf shelf = ann.shelf("product.complements", tents.get(1));
        assertThat(shelf.kinds())
                .contains("sleeping bag")
                .doesNotContain("tent")
                .doesNotContainAnyElementsOf(NEVER_WITH_A_TENT);
        assertThat(shelf.reasons()).containsExactly("BOUGHT_WITH");
    }

    @Test
    @Order(7)
    void afterTakingItBackTheVeryNextAnswerIsAStrangers() {
        ann.withdraws("experience", "marketing", "measurement", "identity_link");

        Shelf hers = ann.shelf("home.session");
        Shelf anybodys = Visit.begin(suite).shelf("home.session");

        assertThat(hers.rung()).isEqualTo("none");
        assertThat(hers.body()).isEqualTo(anybodys.body());
        assertThat(ann.shelf("slot.retargeting").reasons()).doesNotContain("LEFT_IN_BASKET");
    }
}
