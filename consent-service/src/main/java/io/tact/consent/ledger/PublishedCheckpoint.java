package io.tact.consent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.Checked;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The newest checkpoint that stands outside the database, as the topic has it. */
@ApplicationScoped
class PublishedCheckpoint {
    /** The second line of a checkpoint. */
    private static final Pattern SIZE = Pattern.compile("[^\\n]*\\n(\\d{1,18})\\n");

    private final SigningKey signing;
    private volatile @Nullable Shown newest;

    PublishedCheckpoint(SigningKey signing) {
        this.signing = signing;
    }

    Optional<Checkpoint> newest() {
        return shown().map(Shown::checkpoint);
    }

    /** As it was signed. */
    Optional<Shown> shown() {
        return Optional.ofNullable(newest);
    }

    /** Empty if it is not signed by this ledger's key. */
    Optional<Checkpoint> open(String note) {
        Checked<Checkpoint> opened =
                Checkpoint.open(
                        note.getBytes(UTF_8),
                        signing.verifierKey().id().name(),
                        List.of(signing.verifierKey()));
        return opened instanceof Checked.Valid<Checkpoint> valid
                ? Optional.of(valid.value())
                : Optional.empty();
    }

    /**
     * The newest of them counts; what is older than another, or not ours, changes nothing. Only the
     * reader offers.
     */
    void offer(List<String> notes) {
        notes.stream()
                .filter(note -> claimedSize(note) > size())
                .sorted(Comparator.comparingLong(PublishedCheckpoint::claimedSize).reversed())
                .flatMap(note -> open(note).map(opened -> new Shown(opened, note)).stream())
                .findFirst()
                .ifPresent(shown -> newest = shown);
    }

    /** Before its signature is checked, which takes a thousand times as long. */
    private static long claimedSize(String note) {
        Matcher lines = SIZE.matcher(note);
        return lines.lookingAt() ? Long.parseLong(lines.group(1)) : 0;
    }

    /** Of its tree; 0 before anything was shown. */
    long size() {
        Shown shown = newest;
        return shown == null ? 0 : shown.size();
    }

    record Shown(Checkpoint checkpoint, String note) {
        long size() {
            return checkpoint.head().size();
        }
    }
}
