package io.tact.proof.audit;

import io.tact.proof.Checked;
import io.tact.proof.entry.Standing;
import io.tact.proof.evidence.EntryBody;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All entries of one pseudonym, in the order of their versions, and the state that they lead to.
 */
final class Person {
    private final UUID pseudonym;
    private final Optional<StoredState> state;
    private final EntryCheck check;
    private final Findings findings;

    private long versions;
    private boolean mapped = true;
    private boolean erased = true;
    private OptionalLong first = OptionalLong.empty();
    private OptionalLong last = OptionalLong.empty();
    private @Nullable StoredEntry before;
    private @Nullable EntryBody body;

    Person(StoredEntry first, EntryCheck check, Findings findings) {
        this.pseudonym = first.pseudonym();
        this.state = first.state();
        this.check = check;
        this.findings = findings;
    }

    boolean is(UUID other) {
        return pseudonym.equals(other);
    }

    void add(StoredEntry entry) {
        versions++;
        if (entry.version() != versions) {
            findings.add(
                    "the versions of " + pseudonym,
                    entry.index(),
                    "version " + versions,
                    "version " + entry.version());
            versions = entry.version();
        }
        order(entry);
        check.key(entry);
        erased &= check.isErased(entry);
        body = check.open(entry).orElse(null);
        if (body != null && mapped) {
            mapping(entry, body);
        }
        before = entry;
    }

    private void order(StoredEntry entry) {
        OptionalLong index = entry.index();
        if (before != null && !entry.recordedAt().isAfter(before.recordedAt())) {
            findings.add(
                    "the time of " + entry,
                    index,
                    "later than " + before.recordedAt(),
                    entry.recordedAt().toString());
        }
        if (index.isEmpty()) {
            return;
        }
        if (last.isPresent() && index.getAsLong() < last.getAsLong()) {
            findings.add(
                    "the order of " + entry,
                    index,
                    "an index after " + last.getAsLong() + ", where the version before stands",
                    "this one");
        }
        first = first.isPresent() ? first : index;
        last = index;
    }

    /** Once is enough: where it is wrong, it is wrong for all entries. */
    private void mapping(StoredEntry entry, EntryBody said) {
        if (state.isPresent() && !state.get().identityKey().equals(said.identityKey())) {
            findings.add(
                    "whose " + pseudonym + " is",
                    entry.index(),
                    said.identityKey(),
                    state.get().identityKey());
            mapped = false;
        }
    }

    void end() {
        if (state.isEmpty()) {
            if (!erased) {
                findings.add("consent_state of " + pseudonym, first, "a row", "none");
            }
            return;
        }
        StoredState served = state.get();
        if (before == null) {
            findings.add(served.toString(), "entries that lead to it", "none");
            return;
        }
        if (erased) {
            findings.add(served.toString(), "no row, since it was erased", "a row");
        }
        if (served.version() != before.version()) {
            findings.add(
                    "the version in " + served,
                    Long.toString(before.version()),
                    Long.toString(served.version()));
        } else {
            current(served, before);
        }
        if (check.master().isPresent() && !served.isSealed(check.master().get())) {
            findings.add("the seal of " + served, "this service's", "another");
        }
    }

    private void current(StoredState served, StoredEntry newest) {
        if (!served.recordedAt().equals(newest.recordedAt())) {
            findings.add(
                    "the time in " + served,
                    newest.recordedAt().toString(),
                    served.recordedAt().toString());
        }
        if (body == null) {
            return;
        }
        Checked<Map<String, Standing>> standing = served.standing();
        if (standing instanceof Checked.Refused<Map<String, Standing>> no) {
            findings.add("the answers in " + served, newest.index(), "answers", no.reason());
        } else if (!standing.orElseThrow().equals(body.after())) {
            findings.add(
                    "the answers in " + served,
                    newest.index(),
                    "what its last entry says holds after it",
                    "something else");
        }
    }
}
