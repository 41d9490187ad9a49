package io.tact.consent.purpose;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.web.Problems;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Purposes as doors read them. */
public final class PurposeProblems {
    private PurposeProblems() {}

    /**
     * @throws HttpProblem 422 if nobody is asked for it
     */
    public static Purpose known(@Nullable String name, Collection<Purpose> asked) {
        return asked.stream()
                .filter(purpose -> purpose.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problems.of(
                                        422,
                                        "purpose-unknown",
                                        "Nobody is asked for this purpose",
                                        "Say which one: GET /v1/purposes lists them."));
    }
}
