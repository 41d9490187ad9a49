package io.tact.storefront.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final Breaker breaker = new Breaker(Duration.ofSeconds(1));

    @Test
    void failuresBelowTheLimitChangeNothing() {
        fail(Breaker.FAILURES - 1);

        assertThat(breaker.mayTry(0)).isTrue();
    }

    @Test
    void aServiceThatFailedInARowIsLeftAlone() {
        fail(Breaker.FAILURES);

        assertThat(breaker.mayTry(PAUSE - 1)).isFalse();
    }

    @Test
    void afterThePauseOneMayTry() {
        fail(Breaker.FAILURES);

        assertThat(breaker.mayTry(PAUSE)).isTrue();
        assertThat(breaker.mayTry(PAUSE)).isFalse();
        assertThat(breaker.mayTry(2 * PAUSE)).isTrue();
    }

    @Test
    void oneSuccessOpensTheWay() {
        fail(Breaker.FAILURES);

        breaker.worked();

        assertThat(breaker.mayTry(0)).isTrue();
    }

    @Test
    void successesInBetweenStartTheCountAgain() {
        fail(Breaker.FAILURES - 1);
        breaker.worked();
        fail(Breaker.FAILURES - 1);

        assertThat(breaker.mayTry(0)).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(0);
        }
    }
}
