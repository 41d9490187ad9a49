package io.tact.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tact.storefront.upstream.UpstreamConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Map<String, String> REQUIRED =
            Map.of(
                    "tact.storefront.origin", "http://localhost:8080",
                    "tact.storefront.secure", "false",
                    "tact.storefront.write-key.browser", "browser",
                    "tact.storefront.write-key.server", "server",
                    "tact.storefront.orders.folder", "orders",
                    "tact.upstream.consent", "http://localhost:8081",
                    "tact.upstream.profile", "http://localhost:8082",
                    "tact.upstream.recommendation", "http://localhost:8083",
                    "tact.upstream.frequency", "http://localhost:8084");

    private final SmallRyeConfig config =
            new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withConverter(
                            Duration.class,
                            200,
                            new io.quarkus.runtime.configuration.DurationConverter())
                    .withMapping(StorefrontConfig.class)
                    .withMapping(UpstreamConfig.class)
                    .withSources(new PropertiesConfigSource(REQUIRED, "required", 100))
                    .build();

    @Test
    void theShopsDefaults() {
        StorefrontConfig shop = config.getConfigMapping(StorefrontConfig.class);

        assertThat(shop.pictures()).isEmpty();
        assertThat(shop.orders().retryEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(shop.catalogue().refresh()).isEqualTo(Duration.ofSeconds(10));
        assertThat(shop.catalogue().page()).isEqualTo(200);
        assertThat(shop.catalogue().most()).isEqualTo(20_000);
        assertThat(shop.limits().request()).isEqualTo(65_536);
        assertThat(shop.limits().answer()).isEqualTo(4_194_304);
        assertThat(shop.limits().download()).isEqualTo(4_294_967_296L);
    }

    @Test
    void theUpstreamsDefaults() {
        UpstreamConfig upstreams = config.getConfigMapping(UpstreamConfig.class);

        assertThat(upstreams.connecting()).isEqualTo(Duration.ofMillis(300));
        assertThat(upstreams.timeout()).isEqualTo(Duration.ofMillis(800));
        assertThat(upstreams.streaming()).isEqualTo(Duration.ofSeconds(5));
        assertThat(upstreams.downloading()).isEqualTo(Duration.ofMinutes(10));
        assertThat(upstreams.pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(upstreams.connections()).isEqualTo(64);
    }
}
