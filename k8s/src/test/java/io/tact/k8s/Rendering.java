package io.tact.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a chart becomes: the text, and the objects in it. */
record Rendering(String text, List<JsonNode> objects) {
    static final String RELEASE = "tact";
    static final String NAMESPACE = "shop";

    /** The oldest that the charts allow. */
    private static final String KUBERNETES = "1.30.0";

    /** Later values lie over earlier ones. */
    static Rendering of(Path chart, JsonNode... values) {
        var template =
                new Helm(chart)
                        .template()
                        .withName(RELEASE)
                        .withNamespace(NAMESPACE)
                        .withKubeVersion(KUBERNETES);
        for (JsonNode layer : values) {
            template.withValuesFile(file(layer));
        }
        String text = template.call();
        return new Rendering(text, Yaml.documents(text));
    }

    List<String> kinds() {
        return objects.stream().map(object -> object.path("kind").asText()).toList();
    }

    List<JsonNode> all(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    JsonNode only(String kind) {
        List<JsonNode> found = all(kind);
        if (found.size() != 1) {
            throw new AssertionError(
                    "Expected one " + kind + ", found " + found.size() + ":\n" + text);
        }
        return found.get(0);
    }

    JsonNode pod() {
        return only("Deployment").at("/spec/template/spec");
    }

    JsonNode container() {
        return pod().at("/containers/0");
    }

    private static Path file(JsonNode values) {
        try {
            Path file = Files.createTempFile("values", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, values.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
