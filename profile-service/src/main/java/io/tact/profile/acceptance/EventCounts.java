package io.tact.profile.acceptance;

import io.micrometer.core.instrument.MeterRegistry;
import io.tact.profile.log.Batch;
import io.tact.profile.source.Source;
import jakarta.enterprise.context.ApplicationScoped;

/** What became of events ({@code profile.events}, by source and outcome). */
@ApplicationScoped
class EventCounts {
    private final MeterRegistry registry;

    EventCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Source source, Batch batch, int kept) {
        add(source, "kept", kept);
        add(source, "repeated", batch.kept() - kept + batch.repeated());
        add(source, "refused", batch.refused());
        add(source, "not-understood", batch.buried());
        add(source, "undecided", batch.undecided().size());
    }

    private void add(Source source, String outcome, int events) {
        if (events > 0) {
            registry.counter("profile.events", "source", source.name(), "outcome", outcome)
                    .increment(events);
        }
    }
}
