package io.tact.storefront.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeSettingsTest {
    private static final String SECRET = "x".repeat(32);

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, false",
        "http://127.0.0.1:8080, false",
        "http://[::1]:8080,     false",
        "https://shop.example,  true",
    })
    void theShopStartsOnSafeSettings(URI origin, boolean secure) {
        assertThat(SafeSettings.unsafe(origin, secure, SECRET)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example,     false, TACT_STOREFRONT_ORIGIN",
        "http://10.0.0.7,         false, TACT_STOREFRONT_ORIGIN",
        "http://localhost.evil.x, false, TACT_STOREFRONT_ORIGIN",
        "https://shop.example,    false, TACT_STOREFRONT_SECURE",
        "http://localhost:8080,   true,  TACT_STOREFRONT_SECURE",
    })
    void anUnsafeSettingIsNamed(URI origin, boolean secure, String name) {
        assertThat(SafeSettings.unsafe(origin, secure, SECRET))
                .hasValueSatisfying(text -> assertThat(text).startsWith(name));
    }

    @Test
    void aShortCookieSecretIsRefused() {
        assertThat(SafeSettings.unsafe(URI.create("http://localhost"), false, "x".repeat(31)))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("TACT_STOREFRONT_COOKIE_SECRET", "32"));
    }
}
