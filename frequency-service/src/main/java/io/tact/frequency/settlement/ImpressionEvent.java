package io.tact.frequency.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.cap.Label;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code frequency.impression.v1}. The one of the reservation itself is made by the
 * statement that decides.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImpressionEvent(
        String impressionId,
        String person,
        List<String> labels,
        String state,
        String at,
        @Nullable String confirmedAt,
        long rulesVersion) {

    static ImpressionEvent of(
            PersonReservation reservation, String state, @Nullable Instant confirmedAt) {
        long impression = reservation.entry().id();
        return new ImpressionEvent(
                ImpressionId.text(impression),
                reservation.home().person(),
                published(reservation.labels()),
                state,
                Instant.ofEpochMilli(ImpressionId.millis(impression)).toString(),
                confirmedAt == null ? null : confirmedAt.toString(),
                reservation.rulebook().version());
    }

    /** Sorted, and without the label that all have. */
    private static List<String> published(Collection<Label> labels) {
        return labels.stream()
                .filter(label -> !label.equals(Label.GLOBAL))
                .map(Label::value)
                .sorted()
                .toList();
    }
}
