package io.tact.profile.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tact.consent.client.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code TACT_WRITE_KEYS}: {@code
 * [{"writeKey","source","kind":"browser|server","ground":"consent|contract"}]}, and as far as there
 * is something to say {@code "collects":["properties.*"]} and {@code
 * "provider":{"name","purposes":["marketing"]}}. What is unsafe in it stops the start, and never
 * with a key in the message.
 */
final class SourcesFile {
    private static final String SETTING = "tact.write.keys (TACT_WRITE_KEYS)";
    private static final int SHORTEST_KEY = 8;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    private SourcesFile() {}

    /**
     * @throws IllegalStateException naming the setting and what is wrong with it
     */
    static Map<String, Source> read(Path file) {
        List<Entry> entries = parse(file);
        if (entries.isEmpty()) {
            throw unsafe("names no source in " + file);
        }
        Map<String, Source> sources = new HashMap<>();
        for (Entry entry : entries) {
            Source source = source(entry);
            Source other = sources.put(entry.writeKey(), source);
            if (other != null) {
                throw unsafe(
                        "gives one write key to both " + other.name() + " and " + source.name());
            }
        }
        return Map.copyOf(sources);
    }

    private static List<Entry> parse(Path file) {
        try {
            return JSON.readValue(file.toFile(), new TypeReference<List<Entry>>() {});
        } catch (IOException unreadable) {
            throw unsafe("cannot be read as a list of sources: " + file);
        }
    }

    private static Source source(Entry entry) {
        if (entry.writeKey().length() < SHORTEST_KEY) {
            throw unsafe(
                    "has a write key of fewer than "
                            + SHORTEST_KEY
                            + " characters at "
                            + entry.source());
        }
        try {
            return new Source(
                    entry.source(),
                    entry.kind(),
                    entry.ground(),
                    Optional.ofNullable(entry.collects())
                            .map(Collects::of)
                            .orElse(Collects.ORDINARY),
                    Optional.ofNullable(entry.provider()).map(From::provider));
        } catch (IllegalArgumentException unsafe) {
            throw unsafe("is unsafe: " + unsafe.getMessage());
        }
    }

    private static IllegalStateException unsafe(String what) {
        return new IllegalStateException(SETTING + " " + what);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Entry(
            @JsonProperty(required = true) String writeKey,
            @JsonProperty(required = true) String source,
            @JsonProperty(required = true) SourceKind kind,
            @JsonProperty(required = true) Ground ground,
            @Nullable List<String> collects,
            @Nullable From provider) {}

    private record From(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) List<String> purposes) {
        Provider provider() {
            return new Provider(
                    name, purposes.stream().map(Purpose::new).collect(Collectors.toSet()));
        }
    }
}
