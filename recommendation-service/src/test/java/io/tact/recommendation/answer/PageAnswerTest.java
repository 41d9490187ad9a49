package io.tact.recommendation.answer;

import static io.tact.recommendation.answer.Shop.ids;
import static io.tact.recommendation.answer.Shop.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageAnswerTest {
    @Test
    void complementsAreOfAnotherTypeAndFew() {
        var found = answer(page(Placement.PRODUCT_COMPLEMENTS, "tent-red"));

        assertThat(ids(found)).containsExactly("bag-1", "mat-1");
        assertThat(found).allSatisfy(one -> assertThat(one.reason()).isEqualTo(Reason.BOUGHT_WITH));
    }

    @Test
    void anotherColourHasTheComplementsOfItsProduct() {
        assertThat(ids(answer(page(Placement.PRODUCT_COMPLEMENTS, "tent-blue"))))
                .containsExactly("bag-1", "mat-1");
    }

    @Test
    void shortListIsFilledUpOnlyWhenAskedAndSaysSo() {
        var filled = answer(page(Placement.PRODUCT_COMPLEMENTS, "tent-red", null, 3, true));

        assertThat(ids(filled)).containsExactly("bag-1", "mat-1", "gas-1");
        assertThat(filled.get(2).fill()).isTrue();
        assertThat(filled.get(2).reason()).isEqualTo(Reason.POPULAR_IN_CATEGORY);
    }

    @Test
    void fillingUpAnOutdoorPageNeverReachesForTheCatFood() {
        var filled = answer(page(Placement.PRODUCT_COMPLEMENTS, "tent-red", null, 50, true));

        assertThat(ids(filled)).doesNotContain("cat-food", "tent-big", "mug-1");
    }

    @Test
    void popularIsWhatManyWantEachProductOnce() {
        assertThat(ids(answer(page(Placement.HOME_POPULAR, null))))
                .startsWith("mug-1")
                .contains("tent-red")
                .doesNotContain("tent-blue", "mat-2");
    }

    @Test
    void homeWithoutAPersonIsPopularWhateverItIsCalled() {
        assertThat(answer(page(Placement.HOME_SESSION, null)))
                .isEqualTo(answer(page(Placement.HOME_POPULAR, null)))
                .isEqualTo(answer(page(Placement.SLOT_RETARGETING, null)));
    }

    @Test
    void popularInACategoryStaysInIt() {
        assertThat(ids(answer(page(Placement.CATEGORY_POPULAR, null, "Outdoor", 3, false))))
                .containsExactly("tent-red", "bag-1", "tent-big");
    }

    @Test
    void sensitiveItemsAreShownOnlyInTheirOwnCategory() {
        assertThat(ids(answer(page(Placement.HOME_POPULAR, null)))).doesNotContain("test-1");
        assertThat(ids(answer(page(Placement.CATEGORY_POPULAR, null, "Health", 9, false))))
                .containsExactly("test-1", "plaster-1");
        assertThat(ids(answer(page(Placement.PRODUCT_COMPLEMENTS, "plaster-1"))))
                .containsExactly("test-1");
    }

    @Test
    void similarIsOfTheSameTypeAndNoVariant() {
        assertThat(ids(answer(page(Placement.PRODUCT_SIMILAR, "tent-red"))))
                .containsExactly("tent-big");
    }

    @Test
    void whatGoesWithABasketIsOfNoneOfItsTypes() {
        var page = page(Placement.BASKET_COMPLEMENTS, null, null, 10, false, "tent-red", "bag-1");

        assertThat(ids(answer(page))).contains("mat-1", "gas-1").doesNotContain("tent-big");
    }

    @Test
    void emptyBasketHasNoComplements() {
        assertThat(answer(page(Placement.BASKET_COMPLEMENTS, null))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void neverMoreThanAskedNeverTheItemItselfNeverSoldOut(Placement placement) {
        for (int limit : List.of(1, 2, 50)) {
            var found = answer(page(placement, "tent-red", "Outdoor", limit, true));

            assertThat(found).hasSizeLessThanOrEqualTo(limit);
            assertThat(ids(found)).doesNotContain("tent-red", "tent-blue", "mat-2");
        }
    }

    private static List<Suggestion> answer(Page page) {
        return new PageAnswer(Shop.MODEL, page).suggestions();
    }
}
