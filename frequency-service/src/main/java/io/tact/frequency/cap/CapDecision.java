package io.tact.frequency.cap;

import io.tact.frequency.cap.Choice.Chosen;
import io.tact.frequency.cap.Choice.Nobody;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The rules in plain Java. Production decides with the same rules in one statement over the locked
 * row; these classes explain its refusals and decide for sessions.
 */
public final class CapDecision {
    private CapDecision() {}

    /**
     * The first contender that every cap and stop allows. If none: what holds back the one that is
     * eligible first.
     *
     * @param contenders at least one, in the order in which they win
     */
    public static Choice choose(List<Contender> contenders, History history, long now) {
        Refusal earliest = null;
        for (int index = 0; index < contenders.size(); index++) {
            Optional<Refusal> refusal = refusal(contenders.get(index), history, now);
            if (refusal.isEmpty()) {
                return new Chosen(index);
            }
            if (earliest == null || refusal.get().endsBefore(earliest)) {
                earliest = refusal.get();
            }
        }
        if (earliest == null) {
            throw new IllegalArgumentException("Nobody competes: there is nothing to decide");
        }
        return new Nobody(earliest);
    }

    /** What holds this one back longest, if anything does now. */
    public static Optional<Refusal> refusal(Contender contender, History history, long now) {
        return Stream.concat(
                        stops(contender, history, now),
                        contender.caps().stream()
                                .filter(cap -> cap.blocks(history, now))
                                .map(cap -> explain(cap, history, now)))
                .reduce((first, second) -> first.endsBefore(second) ? second : first);
    }

    private static Stream<Refusal> stops(Contender contender, History history, long now) {
        return history.stops().stream()
                .filter(stop -> contender.labels().contains(stop.label()) && stop.holdsAt(now))
                .map(stop -> new Refusal(stop.reason(), stop.label(), 0, 0, stop.until()));
    }

    private static Refusal explain(Cap cap, History history, long now) {
        OptionalLong eligible =
                cap.instants(history)
                        .filter(instant -> instant > now)
                        .sorted()
                        .filter(instant -> !cap.blocks(history, instant))
                        .findFirst();
        return new Refusal(
                cap.rule().name(),
                cap.label(),
                cap.count(history, now),
                cap.rule().limit(),
                eligible);
    }
}
