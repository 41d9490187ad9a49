package io.tact.frequency.settlement;

import io.tact.frequency.cap.Cap;
import io.tact.frequency.cap.History;
import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.cap.Label;
import io.tact.frequency.cap.Window.Session;
import io.tact.frequency.capped.Exhausted;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.Impressions;
import io.tact.frequency.person.PackedLog.Entry;
import io.tact.frequency.rulebook.LabelNumbers;
import io.tact.frequency.rulebook.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A reservation in a person's log, with all its labels. */
record PersonReservation(Home home, Entry entry, Set<Label> labels, Rulebook rulebook) {
    /** The key of its records. */
    String topicKey() {
        return home.identity() + "/" + ImpressionId.text(entry.id());
    }

    /** What rolling and lifetime rules keep closed for this person once it is confirmed. */
    List<Exhausted> exhaustedByConfirming(long now) {
        Map<Integer, Label> products =
                labels.stream()
                        .filter(label -> label.value().startsWith("product:"))
                        .collect(
                                Collectors.toMap(
                                        label -> LabelNumbers.item(entry.what()), label -> label));
        List<Cap> caps =
                rulebook.capsOn(labels).stream()
                        .filter(cap -> !(cap.rule().window() instanceof Session))
                        .toList();
        var impressions =
                Impressions.ofPerson(
                        home.log().confirmed(entry.id()), rulebook.numbers(), products);
        return Exhausted.of(caps, new History(impressions, List.of(), Optional.empty()), now);
    }
}
