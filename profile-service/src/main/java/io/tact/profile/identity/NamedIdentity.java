package io.tact.profile.identity;

import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import java.util.Locale;

/** An identity that an event or a request names, without its value. */
public record NamedIdentity(IdentityType type, IdentityKey key) {
    /** Blanks around a value do not make another identity, nor does the case of an address. */
    public static NamedIdentity of(IdentityType type, String value, IdentityKeys keys) {
        String plain = value.strip();
        String named = type == IdentityType.EMAIL ? plain.toLowerCase(Locale.ROOT) : plain;
        return new NamedIdentity(type, keys.of(new Identity(type.wire(), named)));
    }

    boolean isUser() {
        return type == IdentityType.USER_ID;
    }
}
