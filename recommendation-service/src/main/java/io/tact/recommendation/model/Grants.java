package io.tact.recommendation.model;

import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Who lets others learn from them. When consent cannot be known for a moment, what was known last
 * stays: the model serves nobody in particular, and nobody new gets in meanwhile. Of one thread.
 */
final class Grants {
    private static final int NOTHING = 0;
    private static final int EXPERIENCE = 1;
    private static final int MEASUREMENT = 2;

    private final Function<IdentityKey, Permissions> consents;
    private Map<IdentityKey, Integer> known = new HashMap<>();

    Grants(Function<IdentityKey, Permissions> consents) {
        this.consents = consents;
    }

    /**
     * Looks everybody up again.
     *
     * @return whether anything differs
     */
    boolean refresh(Iterable<IdentityKey> keys) {
        Map<IdentityKey, Integer> now = new HashMap<>();
        for (IdentityKey key : keys) {
            int allowed = allowed(key);
            if (allowed != NOTHING) {
                now.put(key, allowed);
            }
        }
        boolean differs = !now.equals(known);
        known = now;
        return differs;
    }

    private int allowed(IdentityKey key) {
        Permissions permissions = consents.apply(key);
        if (permissions.isUndecided()) {
            return known.getOrDefault(key, NOTHING);
        }
        return (permissions.allows(Purpose.EXPERIENCE) ? EXPERIENCE : NOTHING)
                | (permissions.allows(Purpose.MEASUREMENT) ? MEASUREMENT : NOTHING);
    }

    boolean experience(IdentityKey key) {
        return (known.getOrDefault(key, NOTHING) & EXPERIENCE) != 0;
    }

    boolean measurement(IdentityKey key) {
        return (known.getOrDefault(key, NOTHING) & MEASUREMENT) != 0;
    }
}
