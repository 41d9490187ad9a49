package io.tact.recommendation.log;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.Stops;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code frequency.capped.v1}: what must not be advertised to a person, and until when. */
@Singleton
final class CappedTopic implements Topic {
    private final Stops stops;
    private final Forgotten forgotten;
    private final ObjectMapper json;

    CappedTopic(Stops stops, Forgotten forgotten, ObjectMapper json) {
        this.stops = stops;
        this.forgotten = forgotten;
        this.json = json;
    }

    @Override
    public String name() {
        return "frequency.capped.v1";
    }

    @Override
    public void read(String key, byte[] value, Instant recordedAt) throws IOException {
        Instant until = json.readValue(value, Message.class).until;
        put(key, until == null ? Instant.MAX : until);
    }

    @Override
    public void remove(String key) {
        stops.remove(person(key), label(key));
    }

    /** A stop whose end cannot be read has none. */
    @Override
    public void refuse(String key) {
        put(key, Instant.MAX);
    }

    private void put(String key, Instant until) {
        if (!isForgotten(person(key))) {
            stops.put(person(key), label(key), until);
        }
    }

    /**
     * Somebody unknown to frequency-service is named by the identity-key, and a stop does not say
     * when it was recorded. Of an identity that was ever erased none is taken: a repeated one would
     * bring back what was forgotten, and whoever comes back is soon named by a new pseudonym.
     */
    private boolean isForgotten(String person) {
        return forgotten.isNobody(person)
                || (IdentityKey.isOne(person)
                        && forgotten.holds(new IdentityKey(person), Instant.EPOCH));
    }

    /** Keys are {@code person/label}. */
    private static String person(String key) {
        return key.substring(0, slash(key));
    }

    private static String label(String key) {
        return key.substring(slash(key) + 1);
    }

    private static int slash(String key) {
        int slash = key.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("The key is not person/label");
        }
        return slash;
    }

    /**
     * The fields that this service reads.
     *
     * @param until null: for ever
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(@Nullable Instant until) {}
}
