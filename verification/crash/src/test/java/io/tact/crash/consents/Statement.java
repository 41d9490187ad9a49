package io.tact.crash.consents;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody says, under a name of its own by which it may be said again.
 *
 * @param ordinal in the order in which statements were begun
 */
record Statement(long ordinal, String key, Speaker speaker, Map<String, Boolean> answers) {
    private static final String[] PURPOSES = {"experience", "marketing", "measurement"};

    static Statement draw(long ordinal, String run, Speaker speaker, Random random) {
        var answers = new TreeMap<String, Boolean>();
        for (String purpose : PURPOSES) {
            answers.put(purpose, random.nextBoolean());
        }
        return new Statement(ordinal, run + "-" + ordinal, speaker, Map.copyOf(answers));
    }

    /** The same at every repetition. */
    String body() {
        return new TreeMap<>(answers)
                .entrySet().stream()
                        .map(answer -> "\"" + answer.getKey() + "\":" + answer.getValue())
                        .collect(Collectors.joining(",", "{\"answers\":{", "}}"));
    }
}
