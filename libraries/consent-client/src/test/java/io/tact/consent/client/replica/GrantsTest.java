package io.tact.consent.client.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T10:00:00Z");

    @Test
    void grantCountsFromItsOwnTimeOn() {
        Grants grants = Grants.of(Map.of(Purpose.MEASUREMENT, MONDAY, Purpose.EXPERIENCE, TUESDAY));

        assertThat(grants.at(MONDAY.minusNanos(1_000))).isEmpty();
        assertThat(grants.at(MONDAY)).containsExactly(Purpose.MEASUREMENT);
        assertThat(grants.at(TUESDAY.minusNanos(1_000))).containsExactly(Purpose.MEASUREMENT);
        assertThat(grants.at(TUESDAY))
                .containsExactlyInAnyOrder(Purpose.MEASUREMENT, Purpose.EXPERIENCE)
                .isEqualTo(grants.purposes());
    }

    @Test
    void whatWasGrantedAtOnceCountsAtOnce() {
        Grants grants = Grants.of(Map.of(Purpose.MEASUREMENT, MONDAY, Purpose.EXPERIENCE, MONDAY));

        assertThat(grants.at(MONDAY)).hasSize(2);
        assertThat(grants.at(Instant.EPOCH)).isEmpty();
    }

    @Test
    void nothingWasGrantedByWhoGrantsNothing() {
        assertThat(Grants.of(Map.of()).at(TUESDAY)).isEmpty();
        assertThat(Grants.NONE.sharing(Set.of()).purposes()).isEmpty();
    }
}
