package io.tact.consent.client.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers verified tokens for a short while: verifying a signature costs more than the rest of a
 * request. Keyed by a hash of the whole token, so that a token that differs anywhere is another
 * one, and no token is kept.
 */
final class VerifiedTokens<T> {
    private static final int MOST = 20_000;

    private final long longestSeconds;
    private final InstantSource clock;
    private final ConcurrentMap<TokenHash, Verified<T>> verified = new ConcurrentHashMap<>();

    VerifiedTokens(long longestSeconds, InstantSource clock) {
        this.longestSeconds = longestSeconds;
        this.clock = clock;
    }

    Optional<T> find(String token) {
        Verified<T> found = verified.get(TokenHash.of(token));
        return found == null || !clock.instant().isBefore(found.until)
                ? Optional.empty()
                : Optional.of(found.content);
    }

    void remember(String token, T content, Instant expiry) {
        if (verified.size() >= MOST) {
            verified.clear();
        }
        Instant longest = clock.instant().plusSeconds(longestSeconds);
        verified.put(
                TokenHash.of(token),
                new Verified<>(content, expiry.isBefore(longest) ? expiry : longest));
    }

    /** The keys have changed: what an old key signed must be verified again. */
    void clear() {
        verified.clear();
    }

    private record Verified<T>(T content, Instant until) {}

    private record TokenHash(long first, long second, long third, long fourth) {
        static TokenHash of(String token) {
            try {
                ByteBuffer hash =
                        ByteBuffer.wrap(
                                MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
                return new TokenHash(
                        hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every JDK has SHA-256", impossible);
            }
        }
    }
}
