package io.tact.localstack.importing.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntConsumer;

/** Events of one source as Segment batches. Not for several threads. */
public final class EventFeed implements AutoCloseable {
    /** Segment allows 500 kB a batch and 32 kB an event. */
    private static final int MOST_BYTES = 400_000;

    private static final int MOST_EVENTS = 150;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Courier courier;
    private final URI batches;
    private final String authorization;
    private final IntConsumer delivered;
    private final Dispatch dispatch = new Dispatch();
    private final List<String> waiting = new ArrayList<>();
    private int waitingBytes;

    /**
     * @param profile the base URL of profile-service
     * @param writeKey of the source
     * @param delivered is told how many events were taken, from any thread
     */
    public EventFeed(Courier courier, URI profile, String writeKey, IntConsumer delivered) {
        this.courier = courier;
        this.batches = profile.resolve("/v1/batch");
        this.delivered = delivered;
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(UTF_8));
    }

    /**
     * @throws Undelivered when an earlier event could not be delivered
     */
    public void add(JsonNode event) throws InterruptedException {
        String text = event.toString();
        int bytes = text.getBytes(UTF_8).length;
        if (waiting.size() == MOST_EVENTS || waitingBytes + bytes > MOST_BYTES) {
            send();
        }
        waiting.add(text);
        waitingBytes += bytes;
    }

    /** Returns when everything that was added is delivered. */
    public void finish() throws InterruptedException {
        send();
        dispatch.finish();
    }

    private void send() throws InterruptedException {
        if (waiting.isEmpty()) {
            return;
        }
        String body = "{\"batch\":[" + String.join(",", waiting) + "]}";
        int events = waiting.size();
        waiting.clear();
        waitingBytes = 0;
        dispatch.start(
                () -> {
                    courier.deliver(() -> request(body));
                    delivered.accept(events);
                });
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(batches)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        dispatch.close();
    }
}
