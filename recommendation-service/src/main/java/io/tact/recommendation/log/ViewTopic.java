package io.tact.recommendation.log;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.Preferences;
import io.tact.recommendation.history.Preferences.Liked;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code profile.view.v1}: of all traits only the kinds of things that a person said they like, as
 * far as they may be used on the site.
 */
@Singleton
final class ViewTopic implements Topic {
    private static final String FAVOURITE = "favourite_kind";
    private static final Set<String> SAID = Set.of("told", "declared");

    private final Preferences preferences;
    private final Forgotten forgotten;
    private final ObjectMapper json;

    ViewTopic(Preferences preferences, Forgotten forgotten, ObjectMapper json) {
        this.preferences = preferences;
        this.forgotten = forgotten;
        this.json = json;
    }

    @Override
    public String name() {
        return "profile.view.v1";
    }

    @Override
    public void read(String key, byte[] value, Instant recordedAt) throws IOException {
        if (forgotten.isNobody(key)) {
            return;
        }
        Message message = json.readValue(value, Message.class);
        List<Liked> liked =
                message.traits.getOrDefault(FAVOURITE, List.of()).stream()
                        .filter(trait -> SAID.contains(trait.valueClass) && trait.value.isTextual())
                        .filter(trait -> trait.purposes.contains(Purpose.EXPERIENCE.name()))
                        .filter(trait -> !isForgotten(trait, recordedAt))
                        .map(
                                trait ->
                                        new Liked(
                                                trait.value.textValue(),
                                                new IdentityKey(trait.identityKey),
                                                trait.until))
                        .toList();
        preferences.put(key, message.version, liked);
    }

    /** An old view may hold what an identity said that was erased alone. */
    private boolean isForgotten(Trait trait, Instant recordedAt) {
        return forgotten.holds(
                new IdentityKey(trait.identityKey),
                trait.at == null || trait.at.isAfter(recordedAt) ? recordedAt : trait.at);
    }

    @Override
    public void remove(String key) {
        preferences.remove(key);
    }

    @Override
    public void refuse(String key) {
        preferences.remove(key);
    }

    /** The fields that this service reads. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) Map<String, List<Trait>> traits) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Trait(
            @JsonProperty(required = true) JsonNode value,
            @JsonProperty(value = "class", required = true) String valueClass,
            @JsonProperty(required = true) String identityKey,
            @JsonProperty(required = true) List<String> purposes,
            @Nullable Instant at,
            @Nullable Instant until) {}
}
