package io.tact.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One service's chart. */
record ServiceChart(String name) {
    static final Path CHARTS = Path.of("charts");

    /** Every folder of a service chart, so that a new one is tested by being there. */
    static Stream<ServiceChart> all() {
        return names().stream().map(ServiceChart::new);
    }

    static List<String> names() {
        try (Stream<Path> folders = Files.list(CHARTS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.endsWith("-service"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects as {@code ci/minimal-values.yaml} and, over it, the given YAML make them. */
    Rendering render(String values) {
        return renderOnly(minimalValues(), Yaml.parse(values));
    }

    Rendering render() {
        return renderOnly(minimalValues());
    }

    Rendering renderOnly(JsonNode... values) {
        return Rendering.of(Assembly.ofAllCharts().chart(name), values);
    }

    /** What {@code helm lint --strict -f ci/minimal-values.yaml} says. */
    LintResult lint() {
        String values = Values.over(defaultValues(), minimalValues()).toPrettyString();
        return new Helm(Assembly.ofAllCharts().withDefaults(name, values)).lint().strict().call();
    }

    JsonNode defaultValues() {
        return Yaml.read(folder().resolve("values.yaml"));
    }

    JsonNode minimalValues() {
        return Yaml.read(folder().resolve("ci/minimal-values.yaml"));
    }

    JsonNode schema() {
        return Yaml.read(folder().resolve("values.schema.json"));
    }

    /** The source of the service itself, beside this module. */
    Path service() {
        return Path.of("..", name);
    }

    private Path folder() {
        return CHARTS.resolve(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
