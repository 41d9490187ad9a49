package io.tact.recommendation.answer;

import static io.tact.recommendation.answer.Shop.ids;
import static io.tact.recommendation.answer.Shop.page;
import static io.tact.recommendation.answer.Shop.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.Deed;
import io.tact.recommendation.history.Deed.Act;
import io.tact.recommendation.history.History;
import io.tact.recommendation.history.People;
import io.tact.recommendation.history.Purchase;
import io.tact.recommendation.history.Purposes;
import io.tact.recommendation.session.NeighbourSettings;
import io.tact.recommendation.session.Scratch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalAnswerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final IdentityKey ANN = People.key("ann");

    private final List<Deed> deeds = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();
    private List<String> liked = List.of();
    private Set<String> stopped = Set.of();

    @Test
    void shelfFollowsTheVisitAndSaysWhy() {
        did(Act.VIEWED, "tent-red", 5);

        var answer = choose(page(Placement.HOME_SESSION, null));

        assertThat(answer.personal()).isTrue();
        assertThat(ids(answer.suggestions()))
                .containsExactlyInAnyOrder("tent-big", "bag-1", "mat-1");
        assertThat(answer.suggestions())
                .allSatisfy(
                        one -> {
                            assertThat(one.reason()).isEqualTo(Reason.SESSION_NEIGHBOUR);
                            assertThat(one.because()).containsExactly(place("tent-red"));
                            assertThat(one.told()).isTrue();
                        });
    }

    @Test
    void whatIsOlderThanTheVisitIsUsedButNotNamed() {
        did(Act.VIEWED, "tent-red", 24 * 60);

        var answer = choose(page(Placement.HOME_SESSION, null));

        assertThat(answer.suggestions())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.told()).isFalse());
    }

    @Test
    void whoDidNothingGetsWhatIsPopular() {
        var answer = choose(page(Placement.HOME_SESSION, null));

        assertThat(answer.personal()).isFalse();
        assertThat(answer.suggestions())
                .isEqualTo(
                        new PageAnswer(Shop.MODEL, page(Placement.HOME_SESSION, null))
                                .suggestions());
    }

    @Test
    void toldPreferenceServesWhoDidNothing() {
        liked = List.of("tent");

        var answer = choose(page(Placement.HOME_SESSION, null));

        assertThat(ids(answer.suggestions())).containsExactly("tent-red", "tent-big");
        assertThat(answer.suggestions().get(0).reason()).isEqualTo(Reason.DECLARED_PREFERENCE);
    }

    @Test
    void whereNobodyWentBeforeSimilarOnesAreShown() {
        did(Act.VIEWED, "tent-blue", 1);

        var answer = choose(page(Placement.HOME_SESSION, null));

        assertThat(answer.suggestions().get(0).reason()).isEqualTo(Reason.SIMILAR);
        assertThat(ids(answer.suggestions())).containsExactly("tent-big");
    }

    @Test
    void afterBuyingATentTheShelfOffersSleepingBagsAndNoTents() {
        did(Act.VIEWED, "tent-red", 20);
        did(Act.VIEWED, "tent-big", 19);
        bought("tent-red", 5);

        var answer = choose(page(Placement.HOME_SESSION, null));

        assertThat(ids(answer.suggestions())).containsExactly("bag-1", "mat-1");
        assertThat(answer.suggestions())
                .allSatisfy(one -> assertThat(one.reason()).isEqualTo(Reason.BOUGHT_WITH));
    }

    @Test
    void boughtDurableIsNotOfferedAgainInAnyColourAndConsumableIs() {
        bought("bag-1", 60);
        bought("gas-1", 60);

        assertThat(ids(choose(page(Placement.PRODUCT_COMPLEMENTS, "tent-big")).suggestions()))
                .containsExactly("gas-1");
        bought("tent-blue", 60);
        assertThat(ids(choose(page(Placement.HOME_POPULAR, null)).suggestions()))
                .doesNotContain("tent-red", "tent-blue", "tent-big", "bag-1");
    }

    @Test
    void otherTentsAreShownAgainAfterAMonthButNeverTheSame() {
        bought("tent-red", 31 * 24 * 60);

        assertThat(ids(choose(page(Placement.HOME_POPULAR, null)).suggestions()))
                .contains("tent-big")
                .doesNotContain("tent-red", "tent-blue");
    }

    @Test
    void slotShowsWhatWasLeftInTheBasketLastFirst() {
        did(Act.ADDED, "mug-1", 90);
        did(Act.ADDED, "tent-red", 60);

        var answer = choose(page(Placement.SLOT_RETARGETING, null));

        assertThat(ids(answer.suggestions())).containsExactly("tent-red", "mug-1");
        assertThat(answer.suggestions().get(0).reason()).isEqualTo(Reason.LEFT_IN_BASKET);
    }

    @Test
    void whatWasTakenOutOrBoughtOrStoppedIsNotAdvertised() {
        did(Act.ADDED, "mug-1", 90);
        did(Act.REMOVED, "mug-1", 80);
        did(Act.ADDED, "tent-red", 60);
        bought("tent-blue", 50);
        did(Act.ADDED, "bag-1", 40);
        stopped = Set.of("bag-1", "cat-food");

        var answer = choose(page(Placement.SLOT_RETARGETING, null));

        assertThat(answer.personal()).isFalse();
        assertThat(ids(answer.suggestions()))
                .doesNotContain("tent-red", "tent-blue", "bag-1", "cat-food");
        assertThat(answer.suggestions())
                .allSatisfy(one -> assertThat(one.reason()).isEqualTo(Reason.POPULAR));
    }

    @Test
    void consumableThatIsWantedAgainIsAdvertisedAgain() {
        bought("gas-1", 60);
        did(Act.ADDED, "gas-1", 30);

        var answer = choose(page(Placement.SLOT_RETARGETING, null));

        assertThat(ids(answer.suggestions())).containsExactly("gas-1");
    }

    @Test
    void basketOfLastMonthIsForgotten() {
        did(Act.ADDED, "tent-red", 31 * 24 * 60);

        assertThat(choose(page(Placement.SLOT_RETARGETING, null)).personal()).isFalse();
    }

    @Test
    void basketThatThePageDoesNotShowIsTakenFromHistory() {
        did(Act.ADDED, "tent-red", 10);

        var answer = choose(page(Placement.BASKET_COMPLEMENTS, null));

        assertThat(ids(answer.suggestions())).containsExactly("bag-1", "mat-1");
    }

    @Test
    void sensitiveItemIsNeverEvidence() {
        did(Act.VIEWED, "test-1", 5);
        did(Act.ADDED, "test-1", 4);

        assertThat(choose(page(Placement.HOME_SESSION, null)).personal()).isFalse();
        assertThat(choose(page(Placement.SLOT_RETARGETING, null)).personal()).isFalse();
        assertThat(choose(page(Placement.BASKET_COMPLEMENTS, null)).personal()).isFalse();
    }

    private void did(Act act, String itemId, int minutesAgo) {
        deeds.add(
                new Deed(
                        deeds.size(),
                        act,
                        itemId,
                        NOON.minus(Duration.ofMinutes(minutesAgo)).toEpochMilli(),
                        0,
                        Purposes.ALL));
    }

    private void bought(String itemId, int minutesAgo) {
        long at = NOON.minus(Duration.ofMinutes(minutesAgo)).toEpochMilli();
        purchases.add(
                new Purchase(1_000 + purchases.size(), List.of(itemId), at, ANN, List.of(ANN)));
    }

    private PersonalAnswer.Chosen choose(Page page) {
        var shopper =
                new Shopper(
                        new History(List.copyOf(deeds), List.copyOf(purchases)),
                        liked,
                        List.copyOf(purchases),
                        stopped::contains,
                        NOON);
        var scratch = new Scratch(NeighbourSettings.DEFAULTS);
        return new PersonalAnswer(Shop.MODEL, page, shopper, scratch).choose();
    }
}
