package io.tact.consent.client.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeasesTest {
    private static final IdentityKey ANN =
            new IdentityKeys("0123456789abcdef0123456789abcdef").of(Identity.visitor("ann"));

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
    private final Leases leases = new Leases(Duration.ofSeconds(1), now::get);

    @Test
    void nothingIsBelievedBeforeTheFirstHeartbeat() {
        assertThat(leases.isValid(ANN)).isFalse();
        leases.begin(1);
        assertThat(leases.isValid(ANN)).isFalse();
    }

    @Test
    void leaseEndsOneSecondAfterTheMomentOfItsHeartbeat() {
        leases.begin(1);
        leases.renew(0, now.get());

        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1_000) - 1);
        assertThat(leases.isValid(ANN)).isTrue();
        now.incrementAndGet();
        assertThat(leases.isValid(ANN)).isFalse();
    }

    @Test
    void olderHeartbeatDoesNotShortenALease() {
        leases.begin(1);
        leases.renew(0, now.get());
        leases.renew(0, now.get() - TimeUnit.SECONDS.toNanos(5));

        assertThat(leases.isValid(ANN)).isTrue();
    }

    @Test
    void heartbeatOfAnotherPartitionRenewsNothingHere() {
        leases.begin(2);
        leases.renew(0, now.get());
        boolean first = leases.isValid(ANN);
        leases.begin(2);
        leases.renew(1, now.get());

        assertThat(leases.isValid(ANN)).isNotEqualTo(first);
    }
}
