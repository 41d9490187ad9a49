import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** How much memory a service took at most, looked at four times a second. */
final class LargestMemory implements AutoCloseable {
    static final double AIM_MEGABYTES = 1_000;

    private final RunningService service;
    private final Thread watch = Load.daemon(this::watch);
    private volatile double heap;
    private volatile double resident;

    LargestMemory(RunningService service) {
        this.service = service;
        watch.start();
    }

    private void watch() {
        while (!Thread.interrupted()) {
            try {
                resident = Math.max(resident, service.residentMegabytes());
                heap = Math.max(heap, service.heapMegabytes());
            } catch (IOException busy) {
                // the next look may see it
            }
            LockSupport.parkNanos(250_000_000);
        }
    }

    boolean isHeld() {
        return resident > 0 && resident < AIM_MEGABYTES;
    }

    @Override
    public String toString() {
        return String.format("heap at most %.0f MB, resident at most %.0f MB", heap, resident);
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
