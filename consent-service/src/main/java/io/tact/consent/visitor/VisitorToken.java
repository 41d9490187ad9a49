package io.tact.consent.visitor;

import io.tact.consent.client.identity.Identity;
import java.time.Instant;

/**
 * What a visitor gets.
 *
 * @param token a signed JWT; a secret until it expires
 */
public record VisitorToken(Identity visitor, String token, Instant expiresAt) {
    /** Without the token, so that it may be printed. */
    @Override
    public String toString() {
        return "VisitorToken[until " + expiresAt + "]";
    }
}
