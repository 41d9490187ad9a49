package io.tact.localstack.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tact.localstack.machine.ChildProcess;
import java.util.stream.Collectors;

/**
 * The end of a process's log for human eyes: of a structured line its level, message and causes.
 */
final class LastWords {
    private static final int LINES = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private LastWords() {}

    static String of(ChildProcess process) {
        return process.lastLines(LINES)
                .lines()
                .map(LastWords::readable)
                .collect(Collectors.joining("\n"));
    }

    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            return entry.path("level").asText()
                    + " "
                    + entry.path("message").asText()
                    + causes(entry.path("exception"));
        } catch (JsonProcessingException e) {
            return line;
        }
    }

    private static String causes(JsonNode exception) {
        if (exception.isMissingNode()) {
            return "";
        }
        return "\n  "
                + exception.path("exceptionType").asText()
                + ": "
                + exception.path("message").asText()
                + causes(exception.at("/causedBy/exception"));
    }
}
