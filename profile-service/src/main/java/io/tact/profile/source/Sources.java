package io.tact.profile.source;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registered sources. Read once, at the start. */
@Startup
@ApplicationScoped
public class Sources {
    private final Map<String, Source> byKey;
    private final Map<String, Source> byName;

    @Inject
    Sources(SourcesConfig config) {
        this(SourcesFile.read(config.keys()));
    }

    Sources(Map<String, Source> byKey) {
        this.byKey = byKey;
        this.byName =
                byKey.values().stream()
                        .collect(
                                Collectors.toMap(
                                        Source::name, Function.identity(), (one, same) -> one));
    }

    /** The source of this write key; empty for a key that nobody was given. */
    public Optional<Source> of(String writeKey) {
        return Optional.ofNullable(byKey.get(writeKey));
    }

    /**
     * The same, only of a browser: a server's key in an address is a secret that got out, and
     * nothing helps it along.
     */
    public Optional<Source> browser(String writeKey) {
        return of(writeKey).filter(Source::isBrowser);
    }

    /** By the name of a source, from whom the shop has it, where it is not the shop's own. */
    public Map<String, String> providers() {
        return byName.values().stream()
                .flatMap(
                        source ->
                                source.provider().stream()
                                        .map(from -> Map.entry(source.name(), from.name())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** By its name; empty for one that is not registered any more. */
    public Optional<Source> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
