package io.tact.storefront.basket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasketTest {
    private static final Basket TENT = Basket.EMPTY.plus("tent-1");

    @Test
    void addingCounts() {
        assertThat(TENT.plus("mat-1").plus("tent-1").cookie()).isEqualTo("tent-1*2~mat-1*1");
    }

    @ParameterizedTest
    @CsvSource({"8, 9", "9, 9"})
    void oneThingIsHeldNineTimesAtMost(int had, int has) {
        assertThat(TENT.set("tent-1", had).plus("tent-1").quantities())
                .containsEntry("tent-1", has);
    }

    @ParameterizedTest
    @CsvSource({"19, 20", "20, 20"})
    void aFullBasketStaysAsItIs(int before, int after) {
        Basket basket = Basket.EMPTY;
        for (int i = 0; i < before; i++) {
            basket = basket.plus("item-" + i);
        }

        assertThat(basket.plus("one-more").quantities()).hasSize(after);
        assertThat(basket.plus("item-0").quantities()).containsEntry("item-0", 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void noneTakesItOut(int quantity) {
        assertThat(TENT.set("tent-1", quantity).isEmpty()).isTrue();
    }

    @Test
    void whatIsNotThereIsNotChanged() {
        assertThat(TENT.set("mat-1", 3)).isEqualTo(TENT);
    }

    @Test
    void aCookieComesBackAsItWas() {
        Basket basket = TENT.plus("a:b.c_d-e").set("tent-1", 4);

        assertThat(Basket.ofCookie(basket.cookie())).isEqualTo(basket);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "~~", "tent-1", "tent-1*0", "tent-1*10", "../x*1", "<script>*1", ".x*1"})
    void whatIsNotOfTheFormIsLeftOut(String cookie) {
        assertThat(Basket.ofCookie(cookie).isEmpty()).isTrue();
    }

    @Test
    void aForgedCookieIsBoundedAsWell() {
        assertThat(Basket.ofCookie("x*1~".repeat(5_000)).quantities()).hasSize(1);
    }
}
