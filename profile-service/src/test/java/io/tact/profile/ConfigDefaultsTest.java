package io.tact.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tact.profile.acceptance.WaitingConfig;
import io.tact.profile.keeping.RetentionConfig;
import io.tact.profile.linking.LinkingConfig;
import io.tact.profile.publishing.RelayConfig;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

class ConfigDefaultsTest {
    private final SmallRyeConfig config =
            new SmallRyeConfigBuilder()
                    .withMapping(WaitingConfig.class)
                    .withMapping(LinkingConfig.class)
                    .withMapping(RelayConfig.class)
                    .withMapping(RetentionConfig.class)
                    .addDiscoveredConverters()
                    .build();

    @Test
    void eventsWaitTenMinutesAtMost() {
        WaitingConfig waiting = config.getConfigMapping(WaitingConfig.class);

        assertThat(waiting.patience()).isEqualTo(Duration.ofMinutes(10));
        assertThat(waiting.patienceInOutage()).isEqualTo(Duration.ofHours(24));
        assertThat(waiting.clockTolerance()).isEqualTo(Duration.ofSeconds(2));
        assertThat(waiting.every()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void graphFollowsConsentWithinTwoSeconds() {
        LinkingConfig linking = config.getConfigMapping(LinkingConfig.class);

        assertThat(linking.every()).isEqualTo(Duration.ofMillis(200));
        assertThat(linking.rejudgeEvery()).isEqualTo(Duration.ofMillis(500));
        assertThat(linking.rejudgeAtMost()).isEqualTo(5_000);
    }

    @Test
    void outboxIsPublished() {
        assertThat(config.getConfigMapping(RelayConfig.class).enabled()).isTrue();
    }

    @Test
    void everyPurposeEndsAfterThirteenMonthsAndOrdersAfterTenYears() {
        RetentionConfig retention = config.getConfigMapping(RetentionConfig.class);

        assertThat(retention.purposes()).isEmpty();
        assertThat(retention.others()).isEqualTo(Period.ofMonths(13));
        assertThat(retention.contract()).isEqualTo(Period.ofYears(10));
    }
}
