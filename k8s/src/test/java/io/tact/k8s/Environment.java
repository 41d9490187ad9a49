package io.tact.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of a rendered container. */
final class Environment {
    private Environment() {}

    /** Name to value; what comes from a secret reads {@code secret/key}. */
    static Map<String, String> of(Rendering rendering) {
        Map<String, String> variables = new TreeMap<>();
        for (JsonNode variable : rendering.container().path("env")) {
            String before = variables.put(variable.path("name").asText(), value(variable));
            if (before != null) {
                throw new AssertionError("Set twice: " + variable.path("name"));
            }
        }
        return variables;
    }

    private static String value(JsonNode variable) {
        JsonNode secret = variable.at("/valueFrom/secretKeyRef");
        return secret.isMissingNode()
                ? variable.path("value").textValue()
                : secret.path("name").textValue() + "/" + secret.path("key").textValue();
    }
}
