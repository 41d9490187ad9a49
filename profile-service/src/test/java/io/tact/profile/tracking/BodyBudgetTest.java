package io.tact.profile.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.profile.tracking.BodyBudget.Share;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private static final byte[] PACKED = {0x1f, (byte) 0x8b, 8};

    private final BodyBudget budget =
            new BodyBudget(TrackingBody.MOST_BYTES + 10, Duration.ofMillis(10));

    @Test
    void nobodyGetsMoreThanThereIs() {
        budget.reserve(PACKED);
        budget.reserve(new byte[10]);

        assertThatThrownBy(() -> budget.reserve(new byte[1]))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> {
                            assertThat(problem.getStatusCode()).isEqualTo(503);
                            assertThat(problem.getHeaders()).containsKey("Retry-After");
                        });
    }

    @Test
    void packedBodyGivesBackWhatItDidNotNeedAndThenTheRest() {
        Share share = budget.reserve(PACKED);
        assertThat(budget.free()).isEqualTo(10);

        share.shrinkTo(30);
        assertThat(budget.free()).isEqualTo(TrackingBody.MOST_BYTES - 20);

        share.release();
        share.release();
        assertThat(budget.free()).isEqualTo(TrackingBody.MOST_BYTES + 10);
    }

    @Test
    void bodyThatIsTooLargeIsReadAsFarAsThatCanBeSaid() {
        assertThat(budget.reserve(new byte[TrackingBody.MOST_BYTES + 1])).isNotNull();
    }
}
