package io.tact.recommendation.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final Suggestion ONE = Suggestion.of(1, 0.9, Reason.SESSION_NEIGHBOUR, 7);
    private static final Suggestion TWO = Suggestion.of(2, 0.8, Reason.SESSION_NEIGHBOUR, 7);
    private static final Suggestion TWO_AGAIN = Suggestion.of(2, 30, Reason.BOUGHT_WITH, 8);

    @Test
    void itemOfTwoListsComesFirstWithTheReasonOfTheFirst() {
        var fused = Fusion.of(List.of(ONE, TWO), List.of(TWO_AGAIN));

        assertThat(fused).extracting(Suggestion::item).containsExactly(2, 1);
        assertThat(fused.get(0).reason()).isEqualTo(Reason.SESSION_NEIGHBOUR);
        assertThat(fused.get(0).score()).isCloseTo(1 / 62.0 + 1 / 61.0, within(1e-12));
    }

    @Test
    void nothingOfNothing() {
        assertThat(Fusion.of(List.of(), List.of())).isEmpty();
    }
}
