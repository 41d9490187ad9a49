package io.tact.profile.keeping;

import static io.tact.consent.client.Purpose.EXPERIENCE;
import static io.tact.consent.client.Purpose.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Retention RETENTION =
            retention(
                    Map.of("marketing", Period.ofMonths(6), "sensitive:health", Period.ofDays(30)));

    @Test
    void eachPurposeHasItsPeriod() {
        assertThat(
                        RETENTION.ends(
                                List.of(EXPERIENCE, MARKETING, Purpose.sensitive("health")), NOON))
                .containsOnly(
                        Map.entry("experience", Instant.parse("2027-02-28T12:00:00Z")),
                        Map.entry("marketing", Instant.parse("2026-07-31T12:00:00Z")),
                        Map.entry("sensitive:health", Instant.parse("2026-03-02T12:00:00Z")));
        assertThat(RETENTION.contractUntil(NOON)).isEqualTo(Instant.parse("2036-01-31T12:00:00Z"));
    }

    @Test
    void servesToTheLastInstantAndNotBeyond() {
        Instant end = Instant.parse("2026-07-31T12:00:00Z");

        assertThat(RETENTION.left(Set.of(EXPERIENCE, MARKETING), NOON, end.minusMillis(1)))
                .containsExactlyInAnyOrder(EXPERIENCE, MARKETING);
        assertThat(RETENTION.left(Set.of(EXPERIENCE, MARKETING), NOON, end))
                .containsExactly(EXPERIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1M", "P1M-3D"})
    void aPeriodIsSomeTime(String period) {
        assertThatThrownBy(() -> retention(Map.of("marketing", Period.parse(period))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Marketing", "a\"b", "a'b"})
    void namesOfPurposesAreNothingElse(String name) {
        assertThatThrownBy(() -> retention(Map.of(name, Period.ofDays(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Retention retention(Map<String, Period> purposes) {
        return new Retention(purposes, Period.ofMonths(13), Period.ofYears(10));
    }
}
