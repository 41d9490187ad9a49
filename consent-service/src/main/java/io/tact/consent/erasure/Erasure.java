package io.tact.consent.erasure;

import io.tact.proof.entry.Erased;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was forgotten.
 *
 * @param proofKeptUntil until when evidence is kept apart; empty if it went as well
 * @param pseudonyms that are nobody's any more
 * @param indexes of the entries that can no longer be opened, ascending
 */
record Erasure(
        UUID id,
        Instant at,
        Optional<LocalDate> proofKeptUntil,
        List<UUID> pseudonyms,
        List<Long> indexes) {

    /** What the ledger says of it; of somebody who never answered, nothing. */
    List<Erased> leaves() {
        var leaves = new ArrayList<Erased>();
        for (int from = 0; from < indexes.size(); from += Erased.MOST) {
            int to = Math.min(from + Erased.MOST, indexes.size());
            leaves.add(new Erased(at, proofKeptUntil, indexes.subList(from, to)));
        }
        return leaves;
    }
}
