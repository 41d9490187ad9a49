package io.tact.crash.consents;

import io.tact.proof.Checked;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Everybody who looks at the ledger's head, and forgets nothing that was ever shown. */
final class CheckpointWatch implements Runnable {
    private static final long PAUSE_NANOS = 20_000_000;

    private final ConsentDoor door;
    private final VerifierKey key;
    private final Consumer<String> contradict;
    private final Map<String, Checkpoint> seen = new LinkedHashMap<>();
    private volatile boolean running = true;
    private volatile long largest;
    private long last;

    CheckpointWatch(ConsentDoor door, VerifierKey key, Consumer<String> contradict) {
        this.door = door;
        this.key = key;
        this.contradict = contradict;
    }

    @Override
    public void run() {
        while (running) {
            try {
                door.file("checkpoint").ifPresent(this::keep);
            } catch (IOException down) {
                // what we are here for
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    void stop() {
        running = false;
    }

    long largest() {
        return largest;
    }

    /**
     * All that were ever shown, in the order of their sizes; two of one size stand side by side.
     */
    synchronized List<Checkpoint> seen() {
        var all = new ArrayList<>(seen.values());
        all.sort(Comparator.comparingLong(checkpoint -> checkpoint.head().size()));
        return all;
    }

    synchronized String tally() {
        return "checkpoints seen %d, of at most %d entries".formatted(seen.size(), largest);
    }

    private synchronized void keep(byte[] note) {
        Checked<Checkpoint> opened = Checkpoint.open(note, key.id().name(), List.of(key));
        if (opened instanceof Checked.Refused<Checkpoint> refused) {
            contradict.accept("a checkpoint was shown that is none: " + refused.reason());
            return;
        }
        seen.putIfAbsent(new String(note, StandardCharsets.UTF_8), opened.orElseThrow());
        long size = opened.orElseThrow().head().size();
        if (size < last) {
            contradict.accept("a checkpoint of " + size + " was shown after one of " + last);
        }
        last = size;
        largest = Math.max(largest, size);
    }
}
