package io.tact.crash.events;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.TrackMessage;
import io.tact.crash.Installation;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Segment's client for Java. */
final class JavaSender implements Sender {
    /** Over three seconds, so that every kill falls into them. */
    private static final int STEPS = 60;

    private static final Duration STEP = Duration.ofMillis(50);

    private final String user;
    private final String prefix;
    private final Analytics analytics;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
    private int begun;

    JavaSender(Installation installation, String key, String user, String prefix) {
        this.user = user;
        this.prefix = prefix;
        this.analytics =
                Analytics.builder(key)
                        .endpoint(installation.url())
                        .flushQueueSize(20)
                        .flushInterval(1, TimeUnit.SECONDS)
                        .retries(1_000)
                        .callback(
                                new Callback() {
                                    @Override
                                    public void success(Message message) {
                                        acknowledged.incrementAndGet();
                                    }

                                    @Override
                                    public void failure(Message message, Throwable trouble) {
                                        troubles.add(trouble.toString());
                                    }
                                })
                        .build();
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public void send(int events) {
        int first = begun + 1;
        begun += events;
        int last = begun;
        Thread thread = new Thread(() -> enqueue(first, last), prefix);
        thread.setDaemon(true);
        thread.start();
    }

    private void enqueue(int first, int last) {
        int atATime = (last - first + STEPS) / STEPS;
        for (int number = first; number <= last; number++) {
            analytics.enqueue(
                    TrackMessage.builder("Product Viewed")
                            .userId(user)
                            .messageId(prefix + number)
                            .properties(Map.of("product_id", "tent-1", "number", number)));
            if (number % atATime == 0) {
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
        analytics.flush();
    }

    @Override
    public int begun() {
        return begun;
    }

    @Override
    public int acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void demandNoTrouble() {
        if (!troubles.isEmpty()) {
            throw new AssertionError(prefix + " " + troubles);
        }
    }

    @Override
    public void close() {
        analytics.shutdown();
    }
}
