package io.tact.consent.consents;

import io.micrometer.core.instrument.MeterRegistry;
import io.tact.consent.answer.Change;
import io.tact.consent.answer.Lapsed;
import io.tact.consent.answer.Statement;
import io.tact.consent.client.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/** How many people say yes and no to what ({@code consent.answers}), and what it ends in. */
@ApplicationScoped
class AnswerMetrics {
    private final MeterRegistry registry;
    private final Event<AnswerKept> kept;
    private final InstantSource clock = InstantSource.system();

    AnswerMetrics(MeterRegistry registry, Event<AnswerKept> kept) {
        this.registry = registry;
        this.kept = kept;
    }

    /**
     * @param after what holds for all whom it concerns
     */
    void count(Change change, Consent after) {
        if (change instanceof Statement said) {
            said.answers().forEach(this::count);
        }
        touched(change)
                .forEach(
                        purpose ->
                                after.answers()
                                        .to(purpose)
                                        .ifPresent(
                                                standing ->
                                                        kept.fire(
                                                                new AnswerKept(
                                                                        purpose,
                                                                        standing.answer(),
                                                                        clock.instant()))));
    }

    private void count(Purpose purpose, boolean yes) {
        registry.counter("consent.answers", "purpose", purpose.name(), "said", yes ? "yes" : "no")
                .increment();
    }

    /** What is extended to others was counted where it was said. */
    private static Set<Purpose> touched(Change change) {
        if (change instanceof Lapsed lapsed) {
            return lapsed.givenUntil().keySet();
        }
        if (change instanceof Statement said) {
            var touched = new HashSet<>(said.answers().keySet());
            if (said.objection().isPresent() || said.privacySignal()) {
                touched.add(Purpose.MARKETING);
            }
            return touched;
        }
        return Set.of();
    }
}
