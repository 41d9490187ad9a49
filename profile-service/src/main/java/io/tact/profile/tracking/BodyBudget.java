package io.tact.profile.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many bytes of JSON are in work at a time. A hostile body of 4 MB is 150 MB of objects while
 * it is read; that many of them at once would be more than the process may take.
 */
@ApplicationScoped
class BodyBudget {
    private static final int BYTES = 2 * TrackingBody.MOST_BYTES;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore bytes;
    private final Duration patience;

    @Inject
    BodyBudget() {
        this(BYTES, PATIENCE);
    }

    BodyBudget(int bytes, Duration patience) {
        this.bytes = new Semaphore(bytes, true);
        this.patience = patience;
    }

    /**
     * Waits for its turn, on a worker thread.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if that takes too long
     */
    Share reserve(byte[] body) {
        int most =
                TrackingBody.isGzip(body)
                        ? TrackingBody.MOST_BYTES
                        : Math.min(body.length, TrackingBody.MOST_BYTES);
        try {
            if (bytes.tryAcquire(most, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Share(most);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw TrackingProblem.busy();
    }

    int free() {
        return bytes.availablePermits();
    }

    /** What one request may use, until it gives it back. */
    final class Share {
        private final AtomicInteger held;

        private Share(int held) {
            this.held = new AtomicInteger(held);
        }

        /** It turned out to be less. */
        void shrinkTo(int needed) {
            bytes.release(held.getAndSet(needed) - needed);
        }

        void release() {
            bytes.release(held.getAndSet(0));
        }
    }
}
