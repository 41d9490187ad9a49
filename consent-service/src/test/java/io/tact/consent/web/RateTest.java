package io.tact.consent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Rate<String> rate = new Rate<>(2, Duration.ofSeconds(1), now::get);

    @Test
    void asManyAsAllowedAndNotOneMore() {
        assertThat(rate.allows("ann")).isTrue();
        assertThat(rate.allows("ann")).isTrue();
        assertThat(rate.allows("ann")).isFalse();
    }

    @Test
    void nobodyPaysForAnother() {
        rate.allows("ann");
        rate.allows("ann");
        rate.allows("ann");

        assertThat(rate.allows("bob")).isTrue();
    }

    @Test
    void nextWindowBeginsAnew() {
        rate.allows("ann");
        rate.allows("ann");

        now.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
        assertThat(rate.allows("ann")).isFalse();
        now.incrementAndGet();
        assertThat(rate.allows("ann")).isTrue();
    }
}
