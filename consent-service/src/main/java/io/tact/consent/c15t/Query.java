package io.tact.consent.c15t;

import io.tact.consent.client.web.Problems;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark. */
final class Query {
    private static final int LONGEST = 1_024;

    private Query() {}

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is missing
     */
    static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw Problems.of(
                    400,
                    "query-malformed",
                    "The question cannot be read",
                    "Send " + name + " with 1 to " + LONGEST + " characters.");
        }
        return value;
    }
}
