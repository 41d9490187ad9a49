import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * So many requests a second, whatever else happens. Each is due at its time and is measured from then on, so that one that
 * had to wait for a client, because the service is slow, counts as slow.
 */
final class SteadyRequests implements AutoCloseable {
    private final URI service;
    private final int perSecond;
    private final Request request;
    private final ExecutorService clients;
    private final long began = System.nanoTime();
    private final Durations took = new Durations();
    private int turn;
    private int failed;
    private volatile boolean running = true;

    SteadyRequests(URI service, int clients, int perSecond, Request request) {
        this.service = service;
        this.perSecond = perSecond;
        this.request = request;
        this.clients = Executors.newFixedThreadPool(clients, Load::daemon);
        for (int i = 0; i < clients; i++) {
            this.clients.submit(this::work);
        }
    }

    interface Request {
        Door.Answer send(Door door, int turn) throws IOException;
    }

    private void work() {
        while (running) {
            try (var door = new Door(service)) {
                while (running) {
                    next(door);
                }
            } catch (IOException broken) {
                failed();
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private void next(Door door) throws IOException {
        int turn = turn();
        long due = began + (long) (turn * 1e9 / perSecond);
        for (long left = due - System.nanoTime(); left > 0 && running; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        if (running && request.send(door, turn).status() / 100 == 2) {
            succeeded(System.nanoTime() - due);
        } else if (running) {
            failed();
        }
    }

    private synchronized int turn() {
        return turn++;
    }

    private synchronized void succeeded(long nanoseconds) {
        took.add(nanoseconds);
    }

    private synchronized void failed() {
        failed++;
    }

    synchronized String rate() {
        double seconds = (System.nanoTime() - began) / 1e9;
        return String.format("%.0f/s over %.0f s, failed %d", took.sorted().length / seconds, seconds, failed);
    }

    /** Ends them, and prints what they saw. */
    Load.Result end(String name) {
        double seconds = (System.nanoTime() - began) / 1e9;
        close();
        long[] sorted = took.sorted();
        double rate = sorted.length / seconds;
        System.out.printf("%-26s %,8.0f/s   %s   failed %d%n", name, rate, Durations.spread(sorted), failed);
        return new Load.Result(rate, sorted);
    }

    @Override
    public void close() {
        running = false;
        clients.shutdown();
        try {
            clients.awaitTermination(15, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
