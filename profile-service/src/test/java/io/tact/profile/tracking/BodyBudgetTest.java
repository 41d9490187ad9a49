package io.tact.profile.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.profile.tracking.BodyBudget.Share;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBudgetTest {
    private static final int LANE = TrackingBody.MOST_BYTES;

    private final BodyBudget budget = new BodyBudget(LANE, LANE, Duration.ofMillis(10));

    @ParameterizedTest
    @ValueSource(longs = {-1, BodyBudget.SMALL + 1, 4_000_000_000L})
    void largeOnesAndThoseOfUnknownLengthTakeTurns(long length) {
        Share first = budget.reserve(length);

        assertThatThrownBy(() -> budget.reserve(length))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> {
                            assertThat(problem.getStatusCode()).isEqualTo(503);
                            assertThat(problem.getHeaders()).containsKey("Retry-After");
                        });
        first.release();
        budget.reserve(length).release();
        assertThat(budget.free()).isEqualTo(2 * LANE);
    }

    @Test
    void smallOnesDoNotWaitForLargeOnes() {
        budget.reserve(-1);

        assertThat(budget.reserve(BodyBudget.SMALL)).isNotNull();
        assertThat(budget.free()).isEqualTo(LANE - BodyBudget.SMALL);
    }

    @Test
    void smallOneThatTurnsOutToBeLargeTakesItsTurnAmongThem() {
        Share packed = budget.reserve(100);
        packed.grow();
        packed.grow();

        assertThatThrownBy(() -> budget.reserve(-1)).isInstanceOf(HttpProblem.class);
        packed.release();
        packed.release();
        assertThat(budget.free()).isEqualTo(2 * LANE);
    }

    @Test
    void whoGetsNoTurnGivesBackWhatItHad() {
        budget.reserve(-1);
        Share packed = budget.reserve(100);

        assertThatThrownBy(packed::grow).isInstanceOf(HttpProblem.class);

        assertThat(budget.free()).isEqualTo(LANE);
    }
}
