package io.tact.profile.trait;

import static io.tact.profile.trait.ValueClass.DECLARED;
import static io.tact.profile.trait.ValueClass.INFERRED;
import static io.tact.profile.trait.ValueClass.OBSERVED;
import static io.tact.profile.trait.ValueClass.TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WinningTraitsTest {
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(1);

    @Test
    void toldBeatsDeclaredBeatsObservedBeatsInferredHoweverOldItIs() {
        var told = trait("told", TOLD, EARLY, "a");
        var declared = trait("declared", DECLARED, LATE, "b");
        var observed = trait("observed", OBSERVED, LATE, "c");
        var inferred = trait("inferred", INFERRED, LATE, "d");

        assertThat(winner(inferred, observed, declared, told)).isEqualTo(told);
        assertThat(winner(inferred, observed, declared)).isEqualTo(declared);
        assertThat(winner(inferred, observed)).isEqualTo(observed);
    }

    @Test
    void withinAClassTheLatestWinsAndThenTheHigherMessageId() {
        var first = trait("first", OBSERVED, EARLY, "z");
        var second = trait("second", OBSERVED, LATE, "a");
        var third = trait("third", OBSERVED, LATE, "b");

        assertThat(winner(second, first)).isEqualTo(second);
        assertThat(winner(third, second, first)).isEqualTo(third);
    }

    @Test
    void whatWinsHasAReason() {
        var told = trait("told", TOLD, EARLY, "a");
        var observed = trait("observed", OBSERVED, LATE, "a");
        var later = trait("later", OBSERVED, LATE.plusSeconds(1), "a");
        var same = trait("same", OBSERVED, LATE, "b");

        assertThat(WinningTraits.why(told, List.of(told))).isEqualTo(Why.ONLY);
        assertThat(WinningTraits.why(told, List.of(observed, told))).isEqualTo(Why.STRONGER);
        assertThat(WinningTraits.why(later, List.of(observed, later))).isEqualTo(Why.LATEST);
        assertThat(WinningTraits.why(same, List.of(observed, same))).isEqualTo(Why.MESSAGE_ID);
    }

    @Test
    void orderOfArrivalDoesNotMatter() {
        var all =
                new ArrayList<>(
                        List.of(
                                trait("1", OBSERVED, LATE, "b"),
                                trait("2", OBSERVED, LATE, "a"),
                                trait("3", DECLARED, EARLY, "a"),
                                trait("4", DECLARED, EARLY, "b")));
        for (int shuffle = 0; shuffle < 24; shuffle++) {
            Collections.shuffle(all);
            assertThat(winner(all.toArray(KnownTrait[]::new)).value()).isEqualTo("\"4\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "E-Mail", "first_name", "lastName", "Phone Number"})
    void whatNamesAPersonIsRecognisedHoweverItIsWritten(String name) {
        assertThat(PersonalNames.contains(name)).isTrue();
        assertThat(PersonalNames.contains("favourite_kind")).isFalse();
    }

    @Test
    void valueIsNotPrinted() {
        assertThat(trait("canary", TOLD, EARLY, "a").toString()).doesNotContain("canary");
    }

    private static KnownTrait winner(KnownTrait... traits) {
        return Objects.requireNonNull(WinningTraits.of(List.of(traits)).get("colour"));
    }

    private static KnownTrait trait(
            String value, ValueClass valueClass, Instant at, String messageId) {
        return new KnownTrait(
                "colour",
                "\"" + value + "\"",
                valueClass,
                new IdentityKeys("0123456789abcdef0123456789abcdef").of(Identity.customer("ann")),
                Set.of(Purpose.EXPERIENCE),
                "web",
                at,
                messageId,
                null,
                null);
    }
}
