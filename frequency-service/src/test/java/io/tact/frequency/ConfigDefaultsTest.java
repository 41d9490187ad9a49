package io.tact.frequency;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.tact.frequency.reservation.FrequencyConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigDefaultsTest {
    private final FrequencyConfig config =
            new SmallRyeConfigBuilder()
                    .withMapping(FrequencyConfig.class)
                    .addDiscoveredConverters()
                    .build()
                    .getConfigMapping(FrequencyConfig.class);

    @Test
    void withoutMarketingThreeImpressionsASessionAreEnough() {
        assertThat(config.sessionLimit()).isEqualTo(3);
    }

    @Test
    void withTheStoreGoneNobodyWaitsLong() {
        assertThat(config.storeTimeout()).isEqualTo(Duration.ofMillis(200));
    }
}
