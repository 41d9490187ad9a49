package io.tact.profile.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.tact.profile.identity.NamedIdentity;
import io.tact.profile.keeping.Answers.Awaited;
import io.tact.profile.segment.DeadLetter;
import io.tact.profile.trait.TraitRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is to be written of one delivery, sorted out. */
public final class Batch {
    private final Set<NamedIdentity> identities = new HashSet<>();
    private final Set<String> eventIds = new HashSet<>();
    private final List<EventRow> events = new ArrayList<>();
    private final List<TraitRow> traits = new ArrayList<>();
    private final List<SightingRow> sightings = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final List<LeftUndecided> undecided = new ArrayList<>();
    private int refused;
    private int repeated;

    /** What somebody told about themselves, in no event. */
    public static Batch told(NamedIdentity teller, List<TraitRow> told) {
        var batch = new Batch();
        batch.identities.add(teller);
        batch.traits.addAll(told);
        return batch;
    }

    /** The first of two with the same id stays. */
    public void keep(
            EventRow event,
            List<NamedIdentity> named,
            List<TraitRow> stated,
            List<SightingRow> seen) {
        if (!eventIds.add(event.eventId())) {
            repeated++;
            return;
        }
        events.add(event);
        identities.addAll(named);
        traits.addAll(stated);
        sightings.addAll(seen);
    }

    public void bury(DeadLetter letter) {
        deadLetters.add(letter);
    }

    public void refuse() {
        refused++;
    }

    public void leaveUndecided(JsonNode message, Awaited awaited) {
        undecided.add(new LeftUndecided(message, awaited));
    }

    public int position() {
        return events.size();
    }

    public int kept() {
        return events.size();
    }

    public int buried() {
        return deadLetters.size();
    }

    public int refused() {
        return refused;
    }

    public int repeated() {
        return repeated;
    }

    public List<LeftUndecided> undecided() {
        return List.copyOf(undecided);
    }

    public boolean isEmpty() {
        return events.isEmpty() && deadLetters.isEmpty();
    }

    /** As the function {@code accept} takes it. */
    public Row row(Instant receivedAt, String requestId, List<WaitingRow> waiting) {
        return new Row(
                requestId,
                receivedAt,
                identities.stream()
                        .map(named -> new Named(named.key().value(), named.type().wire()))
                        .toList(),
                events,
                traits,
                sightings,
                deadLetters,
                waiting);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    public record Row(
            String requestId,
            Instant receivedAt,
            List<Named> identities,
            List<EventRow> events,
            List<TraitRow> traits,
            List<SightingRow> sightings,
            List<DeadLetter> deadLetters,
            List<WaitingRow> waiting) {}

    public record Named(String key, String type) {}

    /** A message, and what has to be known before it can be judged. */
    public record LeftUndecided(JsonNode message, Awaited awaited) {}

    /**
     * @param sealed base64
     * @param awaits whose answer or lease
     * @param missing {@code answer} or {@code lease}
     */
    public record WaitingRow(String source, String sealed, String awaits, String missing) {}
}
