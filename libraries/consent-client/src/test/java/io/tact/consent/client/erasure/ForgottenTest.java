package io.tact.consent.client.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForgottenTest {
    private static final IdentityKeys KEYS = new IdentityKeys("0123456789abcdef0123456789abcdef");
    private static final IdentityKey ANN = KEYS.of(Identity.customer("ann"));
    private static final IdentityKey BEN = KEYS.of(Identity.customer("ben"));
    private static final Instant ERASED = Instant.parse("2026-11-26T12:00:00Z");

    private final Forgotten forgotten = new Forgotten();

    @Test
    void whatWasRecordedUntilTheErasureIsForgottenAndNothingLater() {
        forgotten.add(erasure(ERASED));

        assertThat(forgotten.holds(ANN, ERASED.minusMillis(1))).isTrue();
        assertThat(forgotten.holds(ANN, ERASED)).isTrue();
        assertThat(forgotten.holds(ANN, ERASED.plusMillis(1))).isFalse();
        assertThat(forgotten.holds(BEN, ERASED.minusMillis(1))).isFalse();
    }

    @Test
    void ofTwoErasuresTheLaterCountsInAnyOrder() {
        forgotten.add(erasure(ERASED.plusSeconds(60)));
        forgotten.add(erasure(ERASED));

        assertThat(forgotten.holds(ANN, ERASED.plusSeconds(60))).isTrue();
        assertThat(forgotten.holds(ANN, ERASED.plusSeconds(61))).isFalse();
    }

    @Test
    void aPseudonymThatWasErasedIsNobodyForEver() {
        forgotten.add(erasure(ERASED));

        assertThat(forgotten.isNobody("person-of-ann")).isTrue();
        assertThat(forgotten.isNobody("person-of-ben")).isFalse();
    }

    @Test
    void identityIsNotKnownAgainAsWhoItWasBeforeAndIsWhenItWasSeenAgain() {
        forgotten.add(erasure(ERASED));

        assertThat(forgotten.holds(ANN, "somebody-living", ERASED.minusMillis(1))).isTrue();
        assertThat(forgotten.holds(ANN, "somebody-living", ERASED.plusMillis(1))).isFalse();
        assertThat(forgotten.holds(BEN, "somebody-living", ERASED.minusMillis(1))).isFalse();
        assertThat(forgotten.holds(BEN, "person-of-ann", ERASED.plusMillis(1))).isTrue();
    }

    @Test
    void nobodyReadsOnBeforeAllErasuresWereRead() {
        assertThat(forgotten.whenRead().toCompletableFuture()).isNotDone();

        forgotten.read();

        assertThat(forgotten.whenRead().toCompletableFuture()).isDone();
    }

    private static Erasure erasure(Instant erasedAt) {
        return new Erasure(UUID.randomUUID(), erasedAt, Set.of(ANN), Set.of("person-of-ann"));
    }
}
