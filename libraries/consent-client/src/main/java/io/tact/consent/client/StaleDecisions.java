package io.tact.consent.client;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts the refusals that came from not knowing ({@code consent.stale.decisions}). */
final class StaleDecisions {
    private final MeterRegistry registry;

    StaleDecisions(MeterRegistry registry) {
        this.registry = registry;
    }

    Permissions count(Permissions refused) {
        registry.counter(
                        "consent.stale.decisions",
                        "reason",
                        refused.refusal(Purpose.EXPERIENCE).map(Enum::name).orElse("NONE"))
                .increment();
        return refused;
    }
}
