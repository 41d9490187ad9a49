package io.tact.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service's configuration as it holds in production: the libraries', and over it its own. */
record Configuration(Map<String, String> properties) {
    private static final Path LIBRARIES = Path.of("..", "libraries");
    private static final Path SHARED =
            Path.of("src/main/resources/META-INF/microprofile-config.properties");
    private static final Path OWN = Path.of("src/main/resources/application.properties");
    private static final String PRODUCTION = "%prod.";

    /** An expression without a default. */
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    static Configuration inProduction(ServiceChart chart) {
        Map<String, String> properties = new TreeMap<>();
        try (Stream<Path> libraries = Files.list(LIBRARIES)) {
            libraries
                    .map(library -> library.resolve(SHARED))
                    .forEach(file -> properties.putAll(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.putAll(read(own(chart)));
        return new Configuration(properties);
    }

    static Path own(ServiceChart chart) {
        return chart.service().resolve(OWN);
    }

    Set<String> requiredVariables() {
        return properties.values().stream()
                .flatMap(value -> REQUIRED.matcher(value).results())
                .map((MatchResult expression) -> expression.group(1))
                .collect(Collectors.toSet());
    }

    /**
     * What holds for production says more than what holds everywhere; other profiles say nothing.
     */
    private static Map<String, String> read(Path file) {
        Properties all = new Properties();
        if (Files.exists(file)) {
            try (var text = Files.newBufferedReader(file)) {
                all.load(text);
            } catch (IOException e) {
                throw new UncheckedIOException("Not properties: " + file, e);
            }
        }
        Map<String, String> held = new TreeMap<>();
        for (String key : all.stringPropertyNames()) {
            if (key.startsWith(PRODUCTION)) {
                held.put(key.substring(PRODUCTION.length()), all.getProperty(key));
            } else if (!key.startsWith("%")) {
                held.putIfAbsent(key, all.getProperty(key));
            }
        }
        return held;
    }
}
