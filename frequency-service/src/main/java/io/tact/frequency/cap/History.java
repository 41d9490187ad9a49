package io.tact.frequency.cap;

import java.util.List;
import java.util.Optional;

/** What a decision looks at. The order of the impressions does not matter. */
public record History(List<Impression> impressions, List<Stop> stops, Optional<Sitting> sitting) {
    public static final History EMPTY = new History(List.of(), List.of(), Optional.empty());

    public History {
        impressions = List.copyOf(impressions);
        stops = List.copyOf(stops);
    }
}
