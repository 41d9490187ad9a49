package io.tact.proof.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.Checked;
import io.tact.proof.entry.Commitment;
import io.tact.proof.entry.Said;
import io.tact.proof.evidence.EntryBody;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.PersonKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One entry by itself: that it opens, that its leaf commits to it, that it says what its row says.
 */
final class EntryCheck {
    private final Optional<MasterKey> master;
    private final ErasedIndexes erased;
    private final Findings findings;

    EntryCheck(Optional<MasterKey> master, ErasedIndexes erased, Findings findings) {
        this.master = master;
        this.erased = erased;
        this.findings = findings;
    }

    Optional<MasterKey> master() {
        return master;
    }

    /** Whether it may not be opened any more. */
    boolean isErased(StoredEntry entry) {
        OptionalLong index = entry.index();
        return index.isPresent() && erased.names(index.getAsLong());
    }

    /** Whether its key is as it should be: there, or gone where the ledger tells of an erasure. */
    void key(StoredEntry entry) {
        OptionalLong index = entry.index();
        if (entry.key().isEmpty() && !isErased(entry)) {
            findings.add(
                    "the key of " + entry,
                    index,
                    "a key, or a leaf that tells of an erasure",
                    "neither");
        }
        if (entry.key().isPresent()
                && index.isPresent()
                && erased.isGoneForGood(index.getAsLong())) {
            findings.add("the key of " + entry, index, "none, since it was erased", "a key");
        }
    }

    /** Whether this service wrote it, as far as can be told without its leaf. */
    boolean opens(StoredEntry entry) {
        return person(entry)
                .flatMap(key -> key.decrypt(entry.version(), entry.sealed()))
                .isPresent();
    }

    /** Empty where it cannot be opened, which is a finding if it should. */
    Optional<EntryBody> open(StoredEntry entry) {
        if (master.isEmpty() || entry.key().isEmpty()) {
            return Optional.empty();
        }
        Optional<PersonKey> person = person(entry);
        if (person.isEmpty()) {
            findings.add(
                    "the key of " + entry, entry.index(), "one that this service drew", "another");
            return Optional.empty();
        }
        Optional<byte[]> body = person.get().decrypt(entry.version(), entry.sealed());
        if (body.isEmpty()) {
            findings.add(
                    entry.toString(),
                    entry.index(),
                    "what this service sealed here",
                    "other bytes");
            return Optional.empty();
        }
        committed(entry, body.get(), person.get());
        Checked<EntryBody> parsed = EntryBody.parse(new String(body.get(), UTF_8));
        if (parsed instanceof Checked.Refused<EntryBody> no) {
            findings.add(entry.toString(), entry.index(), "a body", no.reason());
            return Optional.empty();
        }
        return Optional.of(saysTheSame(entry, parsed.orElseThrow()));
    }

    private Optional<PersonKey> person(StoredEntry entry) {
        return master.flatMap(secret -> entry.key().flatMap(secret::unwrap));
    }

    private void committed(StoredEntry entry, byte[] body, PersonKey key) {
        if (entry.place().isEmpty()) {
            return;
        }
        var expected = new Said(Commitment.to(body, key.nonce(entry.version())));
        byte[] leaf = entry.place().get().leaf();
        if (!Arrays.equals(expected.toBytes(), leaf)) {
            findings.add(
                    "the leaf of " + entry,
                    entry.index(),
                    expected.commitment().toString(),
                    new String(leaf, UTF_8).strip());
        }
    }

    private EntryBody saysTheSame(StoredEntry entry, EntryBody body) {
        if (body.version() != entry.version()) {
            findings.add(
                    "the version of " + entry,
                    entry.index(),
                    Long.toString(body.version()),
                    Long.toString(entry.version()));
        }
        if (!body.recordedAt().equals(entry.recordedAt())) {
            findings.add(
                    "the time of " + entry,
                    entry.index(),
                    body.recordedAt().toString(),
                    entry.recordedAt().toString());
        }
        return body;
    }
}
