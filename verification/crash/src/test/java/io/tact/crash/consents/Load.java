package io.tact.crash.consents;

import io.tact.localstack.machine.Await;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Clients side by side, from {@link #resume} to {@link #pause}. */
final class Load {
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final IntFunction<Client> clients;
    private volatile boolean goesOn;
    private List<Thread> threads = List.of();

    Load(IntFunction<Client> clients) {
        this.clients = clients;
    }

    boolean goesOn() {
        return goesOn;
    }

    void resume() {
        goesOn = true;
        threads =
                IntStream.range(0, CLIENTS)
                        .mapToObj(number -> new Thread(clients.apply(number), "client-" + number))
                        .toList();
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
    }

    void pause() {
        goesOn = false;
        if (!Await.until(PATIENCE, () -> threads.stream().noneMatch(Thread::isAlive))) {
            throw new AssertionError(
                    "Everything runs, but after "
                            + PATIENCE.toSeconds()
                            + " s some statement is still not acknowledged");
        }
    }
}
