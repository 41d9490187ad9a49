package io.tact.recommendation.history;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Whoever changes what is remembered of people does it in turn. So nothing old is looked at before
 * somebody is forgotten, and added afterwards.
 */
public final class Turns {
    private final ReentrantLock lock = new ReentrantLock(true);

    public void take(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
