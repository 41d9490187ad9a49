package io.tact.storefront.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenConsentsTest {
    private static final String A = "a".repeat(43);
    private static final String B = "b".repeat(43);

    @Test
    void theNewestVersionOfEachIdentityStays() {
        SeenConsents seen = SeenConsents.NONE.merge(List.of(A + "=3," + B + "=1"));

        SeenConsents merged = seen.merge(List.of(A + "=2", B + "=2"));

        assertThat(merged.header()).isEqualTo(A + "=3," + B + "=2");
    }

    @Test
    void whatIsKeptInACookieComesBackAsItWas() {
        SeenConsents seen = SeenConsents.NONE.merge(List.of(A + "=3, " + B + "=12"));

        assertThat(SeenConsents.ofCookie(seen.cookie())).isEqualTo(seen);
        assertThat(seen.cookie()).matches("[A-Za-z0-9_.:-]+");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 20})
    void onlyTheLastSeenAreKept(int identities) {
        SeenConsents seen = SeenConsents.NONE;
        for (int i = 0; i < identities; i++) {
            seen = seen.merge(List.of(key(i) + "=1"));
        }

        assertThat(seen.versions()).hasSize(Math.min(identities, SeenConsents.MOST));
        assertThat(seen.versions()).containsKey(key(identities - 1));
    }

    @Test
    void seeingAnIdentityAgainKeepsItFromBeingDropped() {
        SeenConsents seen = SeenConsents.NONE;
        for (int i = 0; i < SeenConsents.MOST; i++) {
            seen = seen.merge(List.of(key(i) + "=5"));
        }

        seen = seen.merge(List.of(key(0) + "=1")).merge(List.of(key(99) + "=1"));

        assertThat(seen.versions()).containsEntry(key(0), 5L).doesNotContainKey(key(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "short=1", "=1", "a=b=c", "\r\nEvil: 1", "aaaa%0d%0a=1"})
    void whatIsNotOfTheFormIsLeftOut(String text) {
        assertThat(SeenConsents.ofCookie(text).isEmpty()).isTrue();
        assertThat(SeenConsents.NONE.merge(List.of(text)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1234567890123456789"})
    void aVersionIsASmallWholeNumber(String version) {
        assertThat(SeenConsents.NONE.merge(List.of(A + "=" + version)).isEmpty()).isTrue();
    }

    private static String key(int number) {
        return "%043d".formatted(number);
    }
}
