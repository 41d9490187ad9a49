package io.tact.recommendation.complement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A shop with coats (0 camel, 1 navy), gloves (2 camel, 3 navy), a hat (4) and cat food (5), which
 * many take along.
 */
class ComplementsTest {
    private static final int CAMEL_COAT = 0;
    private static final int NAVY_COAT = 1;
    private static final int CAMEL_GLOVES = 2;
    private static final int NAVY_GLOVES = 3;
    private static final int HAT = 4;
    private static final int CAT_FOOD = 5;
    private static final Assortment SHOP =
            new Assortment(new int[] {0, 0, 1, 1, 2, 3}, new int[] {0, 1, 2, 3});
    private static final ComplementSettings STEADY = new ComplementSettings(24, 1.2, 60, 1e9, 100);

    private final List<Basket> baskets = new ArrayList<>();

    @Test
    void coatGoesWithGlovesAndNeverWithCatFood() {
        bought(20, CAMEL_COAT, CAMEL_GLOVES);
        bought(20, CAMEL_COAT, CAT_FOOD);
        bought(60, CAT_FOOD);
        bought(60, HAT);

        assertThat(of(CAMEL_COAT))
                .singleElement()
                .satisfies(
                        gloves -> {
                            assertThat(gloves.variants())
                                    .containsExactly(CAMEL_GLOVES, NAVY_GLOVES);
                            assertThat(gloves.together()).isEqualTo(20);
                            assertThat(gloves.share()).isCloseTo(0.5, within(1e-9));
                        });
    }

    @Test
    void shareIsDirected() {
        bought(20, CAMEL_COAT, HAT);
        bought(20, CAMEL_COAT);
        bought(160, CAT_FOOD);

        assertThat(of(CAMEL_COAT).get(0).share()).isCloseTo(0.5, within(1e-9));
        assertThat(of(HAT).get(0).share()).isCloseTo(1, within(1e-9));
    }

    @Test
    void anotherColourOfTheSameThingIsNoComplement() {
        bought(50, CAMEL_COAT, NAVY_COAT);
        bought(50, CAT_FOOD);

        assertThat(of(CAMEL_COAT)).isEmpty();
    }

    @Test
    void eachProductStandsOnceAndItsBestMatchingColourFirst() {
        bought(30, CAMEL_COAT, CAMEL_GLOVES);
        bought(30, NAVY_COAT, NAVY_GLOVES);
        bought(100, CAT_FOOD);
        assertThat(of(CAMEL_COAT)).hasSize(1);
        assertThat(of(CAMEL_COAT).get(0).first(item -> true)).isEqualTo(CAMEL_GLOVES);
        assertThat(of(NAVY_COAT).get(0).first(item -> true)).isEqualTo(NAVY_GLOVES);
        assertThat(of(NAVY_COAT).get(0).first(item -> item == CAMEL_GLOVES))
                .isEqualTo(CAMEL_GLOVES);
        assertThat(of(NAVY_COAT).get(0).first(item -> false)).isEqualTo(Complement.NONE);
    }

    @Test
    void colourThatNobodyBoughtHasTheComplementsOfItsProduct() {
        bought(30, CAMEL_COAT, CAMEL_GLOVES);
        bought(100, CAT_FOOD);

        assertThat(of(NAVY_COAT)).hasSize(1);
    }

    @Test
    void listIsShortRatherThanDoubtful() {
        bought(4, CAMEL_COAT, HAT);
        bought(1, CAMEL_COAT);
        bought(1, HAT);
        bought(94, CAT_FOOD);
        double doubtful = new Association(4, 5, 5, 100).logLikelihoodRatio();
        assertThat(doubtful).isLessThan(24);
        assertThat(of(CAMEL_COAT)).isEmpty();

        bought(2, CAMEL_COAT, HAT);

        double sure = new Association(6, 7, 7, 102).logLikelihoodRatio();
        assertThat(sure).isGreaterThan(24);
        assertThat(of(CAMEL_COAT)).hasSize(1);
    }

    @Test
    void recentBasketsDecideTheOrder() {
        var settings = new ComplementSettings(24, 1.2, 60, 10, 100);
        for (int time = 0; time < 30; time++) {
            baskets.add(new Basket(new int[] {CAMEL_COAT, HAT}, 0));
        }
        for (int time = 0; time < 20; time++) {
            baskets.add(new Basket(new int[] {CAMEL_COAT, CAMEL_GLOVES}, 20));
        }
        for (int time = 0; time < 200; time++) {
            baskets.add(new Basket(new int[] {CAT_FOOD}, 20));
        }

        var found = new Complements(baskets, SHOP, settings).of(CAMEL_COAT);

        // after two half-lives the 30 count 7.5
        assertThat(found).hasSize(2);
        assertThat(found.get(0).first(item -> true)).isEqualTo(CAMEL_GLOVES);
        assertThat(found.get(0).share()).isCloseTo(20 / 27.5, within(1e-9));
        assertThat(found.get(1).share()).isCloseTo(7.5 / 27.5, within(1e-9));
    }

    @Test
    void ofAHugeBasketOnlyTheFirstItemsCount() {
        var two = new ComplementSettings(24, 1.2, 2, 1e9, 100);
        for (int time = 0; time < 50; time++) {
            baskets.add(new Basket(new int[] {CAMEL_COAT, HAT, CAMEL_GLOVES}, 0));
            baskets.add(new Basket(new int[] {CAT_FOOD}, 0));
        }

        var found = new Complements(baskets, SHOP, two).of(CAMEL_COAT);

        assertThat(found)
                .singleElement()
                .satisfies(hat -> assertThat(hat.variants()).contains(HAT));
    }

    @Test
    void nothingBoughtNothingKnown() {
        assertThat(of(CAMEL_COAT)).isEmpty();
    }

    private void bought(int times, int... items) {
        baskets.addAll(Collections.nCopies(times, new Basket(items, 0)));
    }

    private List<Complement> of(int item) {
        return new Complements(baskets, SHOP, STEADY).of(item);
    }
}
