package io.tact.profile.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many bytes of bodies are in work at a time, from before they are read until they are stored:
 * a hostile body is thirty times as large in memory while it is understood. Small and large ones do
 * not wait for each other, so that whoever sends much, or slowly, stands in the way of nobody who
 * does not.
 */
@ApplicationScoped
class BodyBudget {
    static final int SMALL = 256 * 1_024;
    private static final int BYTES_OF_SMALL = 16 * SMALL;
    private static final int BYTES_OF_LARGE = 2 * TrackingBody.MOST_BYTES;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore small;
    private final Semaphore large;
    private final Duration patience;

    @Inject
    BodyBudget() {
        this(BYTES_OF_SMALL, BYTES_OF_LARGE, PATIENCE);
    }

    BodyBudget(int bytesOfSmall, int bytesOfLarge, Duration patience) {
        this.small = new Semaphore(bytesOfSmall, true);
        this.large = new Semaphore(bytesOfLarge, true);
        this.patience = patience;
    }

    /**
     * Waits for its turn, on a worker thread.
     *
     * @param length as the request states it; negative where it does not
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if that takes too long
     */
    Share reserve(long length) {
        var share = new Share();
        if (length >= 0 && length <= SMALL) {
            share.take(small, (int) length);
        } else {
            share.grow();
        }
        return share;
    }

    int free() {
        return small.availablePermits() + large.availablePermits();
    }

    /** What one request may use, until it gives it back. */
    final class Share {
        private final List<Runnable> returns = new ArrayList<>();
        private boolean grown;

        private Share() {}

        /** A packed one may become a small one, however little it is now. */
        void unpack() {
            if (!grown) {
                take(small, SMALL);
            }
        }

        /** To the largest that there is. */
        void grow() {
            if (!grown) {
                grown = true;
                take(large, TrackingBody.MOST_BYTES);
            }
        }

        private void take(Semaphore lane, int bytes) {
            try {
                if (lane.tryAcquire(bytes, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    returns.add(() -> lane.release(bytes));
                    return;
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            release();
            throw TrackingProblem.busy();
        }

        void release() {
            returns.forEach(Runnable::run);
            returns.clear();
        }
    }
}
