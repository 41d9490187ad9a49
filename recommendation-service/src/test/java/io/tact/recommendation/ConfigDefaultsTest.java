package io.tact.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.tact.recommendation.model.ModelConfig;
import io.tact.recommendation.served.ServedConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigDefaultsTest {
    @Test
    void modelIsMadeAnewAsOftenAsPromised() {
        ModelConfig config = defaults(ModelConfig.class);

        assertThat(config.rebuildEvery()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.consentEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.historyKept()).isEqualTo(Duration.ofDays(90));
        assertThat(config.readyWithoutBroker()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void killLosesAtMostASecondOfWhatWasServed() {
        ServedConfig config = defaults(ServedConfig.class);

        assertThat(config.writeEvery()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(config.backlog()).isEqualTo(20_000);
    }

    private static <T> T defaults(Class<T> config) {
        return new SmallRyeConfigBuilder()
                .withMapping(config)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(config);
    }
}
