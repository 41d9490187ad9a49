package io.tact.profile.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.Startup;
import io.tact.consent.client.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The registered clients and their purposes. Read once, at the start. */
@Startup
@ApplicationScoped
public class Clients {
    private static final String SETTING = "tact.reading.clients (TACT_READING_CLIENTS)";

    private final Map<String, Set<Purpose>> purposes;

    @Inject
    Clients(ReadingConfig config) {
        this(config.clients().orElse("{}"));
    }

    Clients(String json) {
        this.purposes =
                parse(json).entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, client -> named(client.getValue())));
    }

    public boolean isRegistered(String client, Purpose purpose) {
        return purposes.getOrDefault(client, Set.of()).contains(purpose);
    }

    private static Map<String, List<String>> parse(String json) {
        try {
            return new JsonMapper()
                    .readValue(json, new TypeReference<Map<String, List<String>>>() {});
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(
                    SETTING + " is no JSON object of lists of purposes by client", malformed);
        }
    }

    private static Set<Purpose> named(List<String> names) {
        try {
            return names.stream().map(Purpose::new).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(SETTING + ": " + unknown.getMessage(), unknown);
        }
    }
}
