package io.tact.localstack.importing.sending;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Deliveries a few at a time. Starting one waits while too many are waiting, so memory stays
 * bounded. Started by one thread.
 */
public final class Dispatch implements AutoCloseable {
    private static final int AT_A_TIME = 4;
    private static final int UNDER_WAY = 2 * AT_A_TIME;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    /** Something to deliver. */
    @FunctionalInterface
    public interface Delivery {
        void deliver() throws InterruptedException;
    }

    /**
     * @throws Undelivered when an earlier delivery failed
     */
    public void start(Delivery delivery) throws InterruptedException {
        throwFailure();
        room.acquire();
        threads.execute(() -> run(delivery));
    }

    /** Returns when everything that was started is delivered. */
    public void finish() throws InterruptedException {
        room.acquire(UNDER_WAY);
        room.release(UNDER_WAY);
        throwFailure();
    }

    private void run(Delivery delivery) {
        try {
            if (failure.get() == null) {
                delivery.deliver();
            }
        } catch (InterruptedException e) {
            failure.compareAndSet(null, new Undelivered("The import was interrupted."));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            room.release();
        }
    }

    private void throwFailure() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
