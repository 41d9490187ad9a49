package io.tact.frequency.settlement;

import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.cap.Label;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.PackedLog.Entry;
import io.tact.frequency.rulebook.Rulebook;
import java.util.Set;

/** A reservation in a person's log, with all its labels. */
record PersonReservation(Home home, Entry entry, Set<Label> labels, Rulebook rulebook) {
    /** The key of its records. */
    String topicKey() {
        return home.identity() + "/" + ImpressionId.text(entry.id());
    }
}
