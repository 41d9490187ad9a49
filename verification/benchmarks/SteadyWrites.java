import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** So many statements a second, whatever else happens; what the service cannot keep up with is left out, and told. */
final class SteadyWrites implements AutoCloseable {
    private static final int CLIENTS = 48;

    private final URI service;
    private final List<String> visitors;
    private final int perSecond;
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS, Load::daemon);
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final long began = System.nanoTime();
    private volatile boolean running = true;

    SteadyWrites(URI service, List<String> visitors, int perSecond) {
        this.service = service;
        this.visitors = visitors;
        this.perSecond = perSecond;
        for (int i = 0; i < CLIENTS; i++) {
            clients.submit(() -> { write(); return null; });
        }
    }

    private void write() throws IOException {
        try (var door = new Door(service)) {
            while (running) {
                int next = turn.getAndIncrement();
                long due = began + (long) (next * 1e9 / perSecond);
                LockSupport.parkNanos(due - System.nanoTime());
                boolean yes = next / visitors.size() % 2 == 0;
                String body = "{\"answers\":{\"experience\":" + yes + ",\"marketing\":" + !yes + "}}";
                if (door.send("POST", "/v1/me/consents", visitors.get(next % visitors.size()), body).status() == 200) {
                    written.incrementAndGet();
                }
            }
        }
    }

    String report() {
        double seconds = (System.nanoTime() - began) / 1e9;
        return String.format("%.0f writes/s over %.0f s", written.get() / seconds, seconds);
    }

    @Override
    public void close() {
        running = false;
        clients.shutdown();
    }
}
