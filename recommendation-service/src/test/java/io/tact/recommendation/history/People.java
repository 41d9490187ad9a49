package io.tact.recommendation.history;

import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;

/** Keys for people in tests. */
public final class People {
    private static final IdentityKeys KEYS = new IdentityKeys("0123456789abcdef0123456789abcdef");

    private People() {}

    public static IdentityKey key(String name) {
        return KEYS.of(Identity.visitor(name));
    }
}
