package io.tact.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A shop may install four releases, or one chart that holds all four. */
class SubchartTest {
    private static final Path SUITE = suite();

    @Test
    void aSuiteMakesTheSameObjectsAsFourReleases() {
        List<JsonNode> alone =
                ServiceChart.all().flatMap(chart -> chart.render().objects().stream()).toList();

        List<JsonNode> together = Rendering.of(SUITE, values(ServiceChart.names())).objects();

        assertThat(together).containsExactlyInAnyOrderElementsOf(alone);
    }

    @Test
    void aServiceThatIsSwitchedOffNeedsNoValues() {
        List<String> three = ServiceChart.names().subList(1, 4);
        JsonNode values =
                Values.over(values(three), Yaml.parse("consent-service: {enabled: false}"));

        Rendering rendering = Rendering.of(SUITE, values);

        assertThat(rendering.all("Deployment"))
                .extracting(deployment -> deployment.at("/metadata/name").asText())
                .containsExactlyInAnyOrderElementsOf(three);
    }

    private static ObjectNode values(List<String> charts) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.putObject("global").put("region", "eu");
        charts.forEach(name -> values.set(name, new ServiceChart(name).minimalValues()));
        return values;
    }

    private static Path suite() {
        String dependencies =
                ServiceChart.names().stream()
                        .map(
                                name ->
                                        "  - {name: %1$s, version: 0.1.0, repository: 'file://../%1$s', condition: %1$s.enabled}"
                                                .formatted(name))
                        .collect(Collectors.joining("\n"));
        String chart =
                "apiVersion: v2\nname: suite\nversion: 0.1.0\ndependencies:\n" + dependencies;
        return Assembly.ofAllCharts().add("suite", chart, "global: {}\n");
    }
}
