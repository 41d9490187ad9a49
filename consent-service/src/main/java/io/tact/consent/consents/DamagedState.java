package io.tact.consent.consents;

import io.tact.consent.client.identity.IdentityKey;
import java.util.Collection;
import java.util.Set;

/**
 * The row of an identity is not as this service wrote it: nothing can be recorded on top of it, and
 * nothing is allowed by it.
 */
final class DamagedState extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Set<IdentityKey> keys;

    /**
     * @param keys whose they are; empty where only one of several is known to be damaged
     */
    DamagedState(Set<IdentityKey> keys) {
        super("state rows that cannot be believed: " + keys.size());
        this.keys = Set.copyOf(keys);
    }

    /** One of these is known to be damaged. */
    boolean is(Collection<IdentityKey> some) {
        return some.stream().anyMatch(keys::contains);
    }
}
