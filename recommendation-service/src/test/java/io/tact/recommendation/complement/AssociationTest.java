package io.tact.recommendation.complement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AssociationTest {
    @Test
    void dunningsOwnExampleGivesDunningsNumber() {
        // "the swiss" in table 2 of the article: 110 together, 2442 and 111 alone, 29114 neither
        var association = new Association(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114);

        assertThat(association.logLikelihoodRatio()).isCloseTo(270.72, within(0.01));
    }

    @Test
    void independenceIsNotSurprising() {
        var association = new Association(10, 100, 100, 1_000);

        assertThat(association.logLikelihoodRatio()).isCloseTo(0, within(1e-9));
        assertThat(association.lift()).isEqualTo(1);
    }

    @Test
    void alwaysTogetherIsAsSurprisingAsThereAreBaskets() {
        // 5 of 10 hold both, 5 neither: 2 · 10 · ln 2
        var association = new Association(5, 5, 5, 10);

        assertThat(association.logLikelihoodRatio()).isCloseTo(20 * Math.log(2), within(1e-9));
        assertThat(association.lift()).isEqualTo(2);
    }

    @Test
    void neverTogetherIsSurprisingToo() {
        var association = new Association(0, 5, 5, 10);

        assertThat(association.logLikelihoodRatio()).isCloseTo(20 * Math.log(2), within(1e-9));
        assertThat(association.lift()).isZero();
    }

    @Test
    void nothingIsKnownOfWhatWasNeverBought() {
        var association = new Association(0, 0, 0, 10);

        assertThat(association.logLikelihoodRatio()).isZero();
        assertThat(association.lift()).isZero();
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatThrownBy(() -> new Association(3, 2, 5, 10)).hasMessageContaining("3 together");
        assertThatThrownBy(() -> new Association(0, 6, 5, 10)).hasMessageContaining("in 10");
    }
}
