package io.tact.profile.identity;

import io.tact.consent.client.identity.IdentityKey;

/**
 * An identity as the graph knows it.
 *
 * @param pseudonym its own, given once: the person that it is when it is linked to nobody
 * @param person the pseudonym of the person that it was when this was read
 */
public record Node(NamedIdentity identity, String pseudonym, String person) {
    public IdentityKey key() {
        return identity.key();
    }

    public boolean isUser() {
        return identity.isUser();
    }
}
