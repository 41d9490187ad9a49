package io.tact.consent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.Checked;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest checkpoint that stands outside the database, as the topic has it. */
@ApplicationScoped
class PublishedCheckpoint {
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

    /** What is older than another, or not ours, changes nothing. Only the reader offers. */
    void offer(String note) {
        open(note)
                .filter(checkpoint -> checkpoint.head().size() > size())
                .ifPresent(checkpoint -> newest = new Shown(checkpoint, note));
    }

    private long size() {
        Shown shown = newest;
        return shown == null ? 0 : shown.size();
    }

    record Shown(Checkpoint checkpoint, String note) {
        long size() {
            return checkpoint.head().size();
        }
    }
}
