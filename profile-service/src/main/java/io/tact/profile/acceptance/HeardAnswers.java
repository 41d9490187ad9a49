package io.tact.profile.acceptance;

import io.tact.consent.client.identity.IdentityKey;
import java.util.HashSet;
import java.util.Set;

/** Whose answers have arrived since the last turn; some are forgotten when there are too many. */
final class HeardAnswers {
    private static final int MOST = 100_000;

    private Set<IdentityKey> heard = new HashSet<>();

    synchronized void add(IdentityKey key) {
        if (heard.size() < MOST) {
            heard.add(key);
        }
    }

    synchronized Set<IdentityKey> take() {
        Set<IdentityKey> taken = heard;
        heard = new HashSet<>();
        return taken;
    }
}
