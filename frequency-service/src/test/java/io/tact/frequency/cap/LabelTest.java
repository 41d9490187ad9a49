package io.tact.frequency.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "campaign", "campaign:", "Campaign:x", ":x", "a:\n", "a: x", "globally"})
    void whatIsNoLabelIsRefused(String value) {
        assertThatThrownBy(() -> new Label(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void starMatchesEachLabelOfItsWordAndNoOther() {
        var products = new LabelPattern("product:*");

        assertThat(products.matches(Label.product("tent-1"))).isTrue();
        assertThat(products.matches(Label.campaign("product"))).isFalse();
        assertThat(products.matches(Label.GLOBAL)).isFalse();
    }

    @Test
    void patternWithoutStarMatchesOneLabel() {
        assertThat(new LabelPattern("product:tent").matches(Label.product("tent"))).isTrue();
        assertThat(new LabelPattern("product:tent").matches(Label.product("tent-1"))).isFalse();
        assertThat(new LabelPattern("global").matches(Label.GLOBAL)).isTrue();
    }

    @Test
    void itemOfTheShopMayHaveSpacesAndSlashesInside() {
        assertThat(Label.product("BANK CHARGES / 2").value()).isEqualTo("product:BANK CHARGES / 2");
        assertThat(Label.canBeProduct("x".repeat(200))).isTrue();
        assertThat(Label.canBeProduct("x".repeat(201))).isFalse();
        assertThat(Label.canBeProduct("")).isFalse();
    }
}
