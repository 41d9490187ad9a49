package io.tact.consent.client.replica;

import io.tact.consent.client.identity.IdentityKey;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * An identity-key as the 32 bytes that it is: 48 bytes of heap instead of 104, which a replica of
 * millions notices.
 */
record CompactKey(long first, long second, long third, long fourth) {
    static CompactKey of(IdentityKey key) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(key.value()));
        return new CompactKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** The key is a hash already. */
    @Override
    public int hashCode() {
        return (int) first;
    }
}
