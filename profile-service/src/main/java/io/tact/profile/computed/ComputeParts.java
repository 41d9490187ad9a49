package io.tact.profile.computed;

import io.tact.profile.computed.PartStore.Kept;
import io.tact.profile.computed.SeenEvents.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What definitions take of events: a pure function of both. */
final class ComputeParts {
    private ComputeParts() {}

    static List<Kept> of(Collection<SeenEvent> events, Collection<LiveDefinition> definitions) {
        Map<Due, List<SeenEvent>> byDay =
                events.stream()
                        .collect(
                                Collectors.groupingBy(
                                        event -> new Due(event.identity(), event.day())));
        var parts = new ArrayList<Kept>();
        byDay.forEach(
                (due, ofDay) ->
                        definitions.forEach(
                                definition ->
                                        definition
                                                .compiled()
                                                .parts(ofDay)
                                                .forEach(
                                                        (name, part) ->
                                                                parts.add(
                                                                        new Kept(
                                                                                due.identity(),
                                                                                definition.id(),
                                                                                name,
                                                                                due.day(),
                                                                                since(
                                                                                        ofDay,
                                                                                        definition),
                                                                                part)))));
        return parts;
    }

    private static Instant since(List<SeenEvent> ofDay, LiveDefinition definition) {
        return ofDay.stream()
                .filter(event -> event.purposes().contains(definition.definition().purpose()))
                .map(SeenEvent::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
