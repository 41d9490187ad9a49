package io.tact.recommendation.model;

import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who lets others learn from them, and who does not want it, not even from their orders. When
 * consent cannot be known for a moment, what was known last stays: the model serves nobody in
 * particular, and nobody new gets in meanwhile. Of one thread.
 */
final class Grants {
    private static final int NOTHING = 0;
    private static final int EXPERIENCE = 1;
    private static final int MEASUREMENT = 2;
    private static final int LIMITED = 4;

    private final Function<IdentityKey, Permissions> consents;
    private final Predicate<IdentityKey> conclusions;
    private Map<IdentityKey, Integer> known = new HashMap<>();

    /**
     * @param conclusions whether anything may be concluded from what somebody did
     */
    Grants(Function<IdentityKey, Permissions> consents, Predicate<IdentityKey> conclusions) {
        this.consents = consents;
        this.conclusions = conclusions;
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
        if (!conclusions.test(key)) {
            return LIMITED;
        }
        Permissions permissions = consents.apply(key);
        if (permissions.isUndecided()) {
            return known.getOrDefault(key, NOTHING) & ~LIMITED;
        }
        return (permissions.allows(Purpose.EXPERIENCE) ? EXPERIENCE : NOTHING)
                | (permissions.allows(Purpose.MEASUREMENT) ? MEASUREMENT : NOTHING);
    }

    boolean experience(IdentityKey key) {
        return (known.getOrDefault(key, NOTHING) & EXPERIENCE) != 0;
    }

    /** By nobody's objection: an order needs no grant. */
    boolean order(Collection<IdentityKey> identities) {
        return identities.stream()
                .noneMatch(key -> (known.getOrDefault(key, NOTHING) & LIMITED) != 0);
    }

    boolean measurement(IdentityKey key) {
        return (known.getOrDefault(key, NOTHING) & MEASUREMENT) != 0;
    }
}
