package io.tact.consent.consents;

import io.micrometer.core.instrument.MeterRegistry;
import io.tact.consent.answer.Change;
import io.tact.consent.answer.Statement;
import jakarta.enterprise.context.ApplicationScoped;

/** How many people say yes and no to what ({@code consent.answers}). */
@ApplicationScoped
class AnswerMetrics {
    private final MeterRegistry registry;

    AnswerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Change change) {
        if (change instanceof Statement said) {
            count(said);
        }
    }

    private void count(Statement said) {
        said.answers()
                .forEach(
                        (purpose, yes) ->
                                registry.counter(
                                                "consent.answers",
                                                "purpose",
                                                purpose.name(),
                                                "said",
                                                yes ? "yes" : "no")
                                        .increment());
    }
}
