package io.tact.consent.banner;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.consent.UnsafeSetting;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.com",
                "https://www.example.com:8443",
                "http://localhost:8080",
                "http://127.0.0.1:8080"
            })
    void originsAreNamedExactly(String origin) {
        assertThatCode(() -> with(origin)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "www.example.com",
                "http://www.example.com",
                "https://www.example.com/",
                "https://*.example.com/shop",
                "https://me@www.example.com",
                "https://",
                "https:www.example.com",
                "https://a b"
            })
    void serviceDoesNotStartWithAnythingElse(String origin) {
        assertThatThrownBy(() -> with(origin))
                .isInstanceOf(UnsafeSetting.class)
                .hasMessageContaining("TACT_BANNER_ORIGINS")
                .hasMessageContaining(origin);
    }

    private static CrossOrigin with(String origin) {
        return new CrossOrigin(() -> Optional.of(Set.of(origin)));
    }
}
