package io.tact.storefront.shopper;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A token of consent-service. The shop reads whose it is and when it ends, and leaves its
 * verification to the services: it believes the {@link SubjectId} only.
 *
 * @param renewal when three quarters of its life are over
 */
record VisitorToken(String text, String anonymousId, Instant renewal, Instant end) {
    private static final int LONGEST = 4_096;

    static Optional<VisitorToken> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3 || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(
                    text,
                    new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8)));
        } catch (DecodeException | IllegalArgumentException | ClassCastException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<VisitorToken> read(String text, JsonObject claims) {
        Long begin = claims.getLong("iat");
        Long end = claims.getLong("exp");
        String subject = claims.getString("sub");
        if (begin == null || end == null || subject == null) {
            return Optional.empty();
        }
        Instant ending = Instant.ofEpochSecond(end);
        Duration quarter = Duration.ofSeconds(Math.max(0, end - begin)).dividedBy(4);
        return Optional.of(new VisitorToken(text, subject, ending.minus(quarter), ending));
    }

    boolean isOf(SubjectId subject) {
        return subject.anonymousId().equals(anonymousId);
    }

    boolean isValid(Instant now) {
        return now.isBefore(end);
    }

    boolean isFresh(Instant now) {
        return now.isBefore(renewal);
    }

    @Override
    public String toString() {
        return "VisitorToken[…]";
    }
}
