package io.tact.frequency.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import io.tact.frequency.reservation.ReservationAnswer.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Grants, and refusals by what held back ({@code frequency.decisions}). */
@ApplicationScoped
class DecisionMetrics {
    private final MeterRegistry metrics;

    DecisionMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(ReservationAnswer answer) {
        metrics.counter(
                        "frequency.decisions",
                        "decision",
                        answer.decision(),
                        "reason",
                        reason(answer.reason()))
                .increment();
    }

    /** Rules are many and named by the shop: they count as one. */
    private static String reason(@Nullable Reason reason) {
        if (reason == null) {
            return "none";
        }
        return reason.rule().contains("/") ? "policy" : reason.rule();
    }
}
