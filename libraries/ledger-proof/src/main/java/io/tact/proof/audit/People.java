package io.tact.proof.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every row of consent_entry, person after person. */
final class People {
    /**
     * A writer that runs signs within a second; what waits longer has been put there, or forgotten.
     */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Database database;
    private final EntryCheck check;
    private final Optional<Instant> signedAt;
    private final Findings findings;

    /**
     * @param signedAt when the newest checkpoint was
     */
    People(Database database, EntryCheck check, Optional<Instant> signedAt, Findings findings) {
        this.database = database;
        this.check = check;
        this.signedAt = signedAt;
        this.findings = findings;
    }

    void check() throws SQLException {
        @Nullable Person person = null;
        try (ResultSet rows = database.query(StoredEntry.BY_PERSON)) {
            while (rows.next()) {
                StoredEntry entry = StoredEntry.of(rows);
                if (person == null || !person.is(entry.pseudonym())) {
                    if (person != null) {
                        person.end();
                    }
                    person = new Person(entry, check, findings);
                }
                if (whereabouts(entry)) {
                    person.add(entry);
                }
            }
        }
        if (person != null) {
            person.end();
        }
    }

    /** Whether it counts as said. */
    private boolean whereabouts(StoredEntry entry) {
        long places =
                Stream.of(entry.place().isPresent(), entry.waits(), entry.refused().isPresent())
                        .filter(is -> is)
                        .count();
        if (places != 1) {
            findings.add(
                    entry.toString(),
                    entry.index(),
                    "to have an index, to wait, or to be refused",
                    places == 0 ? "none of them" : "more than one of them");
        }
        if (entry.waits()
                && signedAt.filter(at -> entry.recordedAt().isBefore(at.minus(LONG))).isPresent()) {
            findings.remark(
                    "%s waits since %s, although the ledger has signed at %s"
                            .formatted(entry, entry.recordedAt(), signedAt.get()));
        }
        if (entry.refused().isPresent() && entry.place().isEmpty()) {
            refused(entry, entry.refused().get());
            return false;
        }
        return true;
    }

    private void refused(StoredEntry entry, String reason) {
        findings.remark(entry + " was refused: " + reason);
        if (check.opens(entry)) {
            findings.add(
                    entry.toString(),
                    "to be in the ledger, since this service wrote it",
                    "refused: " + reason);
        }
    }
}
