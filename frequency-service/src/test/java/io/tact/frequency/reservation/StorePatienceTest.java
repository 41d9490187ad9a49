package io.tact.frequency.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class StorePatienceTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final StorePatience patience = new StorePatience(new Impatient());

    @Test
    void storeThatSaysNothingIsNotWaitedFor() {
        Uni<String> silent = Uni.createFrom().nothing();

        assertThat(patience.orElse(silent, () -> "refused").await().atMost(DEADLINE))
                .isEqualTo("refused");
        assertThatThrownBy(() -> patience.orProblem(silent).await().atMost(DEADLINE))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("The store does not answer");
    }

    @Test
    void storeThatIsAwayIsARefusal() {
        Uni<String> away = Uni.createFrom().failure(new TimeoutException("away"));

        assertThat(patience.orElse(away, () -> "refused").await().atMost(DEADLINE))
                .isEqualTo("refused");
    }

    @Test
    void mistakeOfOursIsNotMistakenForAStoreThatIsAway() {
        Uni<String> mistake = Uni.createFrom().failure(new IllegalStateException("ours"));

        assertThatThrownBy(() -> patience.orElse(mistake, () -> "refused").await().atMost(DEADLINE))
                .hasMessage("ours");
    }

    @Test
    void whatTheStoreSaysIsTheAnswer() {
        Uni<String> answer = Uni.createFrom().item("granted");

        assertThat(patience.orElse(answer, () -> "refused").await().atMost(DEADLINE))
                .isEqualTo("granted");
    }

    private static final class Impatient implements FrequencyConfig {
        @Override
        public int sessionLimit() {
            return 3;
        }

        @Override
        public Duration storeTimeout() {
            return Duration.ofMillis(50);
        }
    }
}
