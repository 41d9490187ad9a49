package io.tact.crash.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedlesTest {
    private final Needles needles = new Needles();

    @Test
    void eachIsFoundAtTheBeginningInTheMiddleAndAtTheEnd() {
        needles.add("canary-1");
        needles.add("canary-1 and more");
        needles.add("canary-2");

        assertThat(in("canary-1")).containsExactly("canary-1");
        assertThat(in("....canary-1 and more")).containsOnly("canary-1", "canary-1 and more");
        assertThat(in("canary-1canary-2.")).containsOnly("canary-1", "canary-2");
    }

    @Test
    void halfOfOneIsNone() {
        needles.add("canary-1 and more");

        assertThat(in("canary-1 and mor")).isEmpty();
        assertThat(in("anary-1 and more")).isEmpty();
        assertThat(in("")).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreFoundAsWell() {
        needles.add(new byte[] {-1, -2, -3, 0, 1, 2, 3, 4, 5});

        assertThat(needles.in(new byte[] {7, -1, -2, -3, 0, 1, 2, 3, 4, 5})).hasSize(1);
        assertThat(needles.in(new byte[] {7, -1, -2, -3, 0, 1, 2, 3, 4, 6})).isEmpty();
    }

    @Test
    void whatIsTooShortToMeanAnythingIsNoNeedle() {
        assertThatThrownBy(() -> needles.add("canary"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Set<String> in(String haystack) {
        return needles.in(haystack.getBytes(UTF_8));
    }
}
