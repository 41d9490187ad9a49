import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Some clients, each with a connection of its own, each waiting for one answer before it asks again. */
final class Load {
    private static final int WARM_UP_SECONDS = 10;
    private static final int MOST_WARM_UPS = 12;

    private final URI service;
    private final int clients;

    Load(URI service, int clients) {
        this.service = service;
        this.clients = clients;
    }

    interface Request {
        Door.Answer send(Door door) throws IOException;
    }

    /**
     * @param took nanoseconds of each that was answered with a 2xx, sorted
     */
    record Result(double perSecond, long[] took) {
        double milliseconds(double part) {
            return Durations.milliseconds(took, part);
        }
    }

    /** Until it gets faster no more: a JVM that has just started compiles for minutes on two cores. */
    void warmUp(String name, Request request) throws Exception {
        double before = 0;
        double now = measure("warm-up, " + name, request, WARM_UP_SECONDS).perSecond();
        for (int more = 1; more < MOST_WARM_UPS && now > before * 1.05; more++) {
            before = now;
            now = measure("warm-up, " + name, request, WARM_UP_SECONDS).perSecond();
        }
    }

    /** Prints what it saw. */
    Result measure(String name, Request request, int seconds) throws Exception {
        var threads = Executors.newFixedThreadPool(clients, Load::daemon);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var failures = new AtomicInteger();
        Callable<long[]> client =
                () -> {
                    var took = new Durations();
                    try (var door = new Door(service)) {
                        while (System.nanoTime() < end) {
                            long began = System.nanoTime();
                            if (request.send(door).status() / 100 == 2) {
                                took.add(System.nanoTime() - began);
                            } else {
                                failures.incrementAndGet();
                            }
                        }
                    }
                    return took.toArray();
                };
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> done : threads.invokeAll(Collections.nCopies(clients, client))) {
            all.add(done.get());
        }
        threads.shutdown();
        long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        double perSecond = sorted.length / (double) seconds;
        System.out.printf("%-26s %,8.0f/s   %s   failed %d%n", name, perSecond, Durations.spread(sorted), failures.get());
        return new Result(perSecond, sorted);
    }

    /** One that keeps no process alive after a failure. */
    static Thread daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }
}
