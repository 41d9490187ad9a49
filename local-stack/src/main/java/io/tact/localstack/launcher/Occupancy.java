package io.tact.localstack.launcher;

import java.time.Duration;

/** How many leases are held, and since when none. */
final class Occupancy {
    private int leases;
    private long emptySince = System.nanoTime();

    synchronized void enter() {
        leases++;
    }

    synchronized void leave() {
        leases--;
        emptySince = System.nanoTime();
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return leases == 0;
    }

    /** Returns when nobody has held a lease for that long. */
    synchronized void awaitIdle(Duration idle) throws InterruptedException {
        while (true) {
            if (leases > 0) {
                wait();
                continue;
            }
            long left = idle.toNanos() - (System.nanoTime() - emptySince);
            if (left <= 0) {
                return;
            }
            wait(left / 1_000_000 + 1);
        }
    }
}
