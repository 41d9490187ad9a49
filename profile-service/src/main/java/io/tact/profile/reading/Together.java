package io.tact.profile.reading;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what arrives while something is being written together, next: many wait for the disk at
 * once, and not each for a turn of its own.
 */
final class Together<T> {
    private final Function<List<T>, Uni<?>> write;
    private List<Waiting<T>> arrived = new ArrayList<>();
    private boolean writing;

    Together(Function<List<T>, Uni<?>> write) {
        this.write = write;
    }

    /** Ends when it was written. */
    Uni<Void> add(T item) {
        return Uni.createFrom().emitter(emitter -> add(new Waiting<>(item, emitter)));
    }

    private void add(Waiting<T> waiting) {
        synchronized (this) {
            arrived.add(waiting);
            if (writing) {
                return;
            }
            writing = true;
        }
        next();
    }

    private void next() {
        List<Waiting<T>> batch = batch();
        if (!batch.isEmpty()) {
            write.apply(batch.stream().map(Waiting::item).toList())
                    .subscribe()
                    .with(written -> end(batch, null), failure -> end(batch, failure));
        }
    }

    private synchronized List<Waiting<T>> batch() {
        List<Waiting<T>> batch = arrived;
        arrived = new ArrayList<>();
        writing = !batch.isEmpty();
        return batch;
    }

    private void end(List<Waiting<T>> batch, @Nullable Throwable failure) {
        next();
        for (Waiting<T> waiting : batch) {
            if (failure == null) {
                waiting.emitter().complete(null);
            } else {
                waiting.emitter().fail(failure);
            }
        }
    }

    private record Waiting<T>(T item, UniEmitter<? super Void> emitter) {}
}
