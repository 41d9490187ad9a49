package io.tact.consent.c15t;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.inject.Singleton;
import java.net.URI;

/** A problem names the path it happened at, and c15t puts the banner's secret into the path. */
@Singleton
class SubjectProblems implements ProblemPostProcessor {
    private static final String SUBJECT = "/api/c15t/subjects/";
    private static final URI SOME_SUBJECT = URI.create(SUBJECT + "id");

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return context.path != null && context.path.startsWith(SUBJECT)
                ? HttpProblem.builder(problem).withInstance(SOME_SUBJECT).build()
                : problem;
    }
}
