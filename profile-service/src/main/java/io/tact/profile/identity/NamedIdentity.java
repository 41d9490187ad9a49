package io.tact.profile.identity;

import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;

/** An identity that an event or a request names, without its value. */
public record NamedIdentity(IdentityType type, IdentityKey key) {
    public static NamedIdentity of(IdentityType type, String value, IdentityKeys keys) {
        return new NamedIdentity(type, keys.of(new Identity(type.wire(), value)));
    }

    boolean isUser() {
        return type == IdentityType.USER_ID;
    }
}
