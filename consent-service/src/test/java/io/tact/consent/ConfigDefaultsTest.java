package io.tact.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tact.consent.banner.BannerConfig;
import io.tact.consent.ledger.LedgerConfig;
import io.tact.consent.notice.NoticeConfig;
import io.tact.consent.visitor.VisitorTokenConfig;
import io.tact.consent.web.RateConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigDefaultsTest {
    private final SmallRyeConfig config =
            new SmallRyeConfigBuilder()
                    .withMapping(RateConfig.class)
                    .withMapping(VisitorTokenConfig.class)
                    .withMapping(LedgerConfig.class)
                    .withMapping(BannerConfig.class)
                    .withMapping(NoticeConfig.class)
                    .addDiscoveredConverters()
                    .build();

    @Test
    void ratesLeaveRoomForPeopleAndNotForFloods() {
        RateConfig rates = config.getConfigMapping(RateConfig.class);

        assertThat(rates.statementsPerMinute()).isEqualTo(60);
        assertThat(rates.visitorsPerSecond()).isEqualTo(300);
    }

    @Test
    void pagesOfNoOtherOriginMayCall() {
        assertThat(config.getConfigMapping(BannerConfig.class).origins()).isEmpty();
    }

    @Test
    void widerNoticeWaitsUntilAllReplicasKnowIt() {
        assertThat(config.getConfigMapping(NoticeConfig.class).wideningAfter())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void visitorTokensLastHalfADayAndTheirKeyHasNoDefault() {
        VisitorTokenConfig tokens = config.getConfigMapping(VisitorTokenConfig.class);

        assertThat(tokens.lifetime()).isEqualTo(Duration.ofHours(12));
        assertThat(tokens.privateKey()).isEmpty();
        assertThat(tokens.keyId()).isEmpty();
    }

    @Test
    void ledgerIsSignedTenTimesASecondAndItsKeysHaveNoDefault() {
        LedgerConfig ledger = config.getConfigMapping(LedgerConfig.class);

        assertThat(ledger.every()).isEqualTo(Duration.ofMillis(100));
        assertThat(ledger.batch()).isEqualTo(4_096);
        assertThat(ledger.masterKey()).isEmpty();
        assertThat(ledger.signingKey()).isEmpty();
        assertThat(ledger.origin()).isEmpty();
    }
}
