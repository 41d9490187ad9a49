import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** What profile-service does with bodies that are made to hurt: see {@code hostile-bodies}, which starts this. */
class HostileBodies {
    private static final int CONNECTIONS = 40;
    private static final int BODIES = 360;
    private static final int MEGABYTE = 1_024 * 1_024;
    private static final int ORDINARY_PER_SECOND = 20;

    private final JsonNode suite;
    private final RunningService service;
    private final List<String> headers;
    private final List<byte[]> bodies;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    private HostileBodies(JsonNode suite) throws IOException {
        this.suite = suite;
        this.service = new RunningService(suite, "profile-service");
        this.headers = List.of("X-Write-Key: " + suite.at("/writeKeys/storefront-browser/writeKey").asText(), "Content-Type: application/json");
        byte[] brackets = filled("{\"batch\":[[", "{},", "{}]]}");
        this.bodies =
                List.of(
                        brackets,
                        packed(brackets, 1),
                        packed(new byte[MEGABYTE], 300),
                        filled("{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"", "x", "\"}]}"),
                        filled("{\"batch\":", "[", "}"));
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode suite = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
        Durability.require(suite.get("postgres"));
        System.exit(new HostileBodies(suite).run() ? 0 : 1);
    }

    /** Just under 4 MB, which is what may be sent. */
    private static byte[] filled(String begin, String middle, String end) {
        int times = (4 * MEGABYTE - begin.length() - end.length()) / middle.length();
        return (begin + middle.repeat(times) + end).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] packed(byte[] plain, int times) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                out.write(plain);
            }
        }
        return packed.toByteArray();
    }

    private boolean run() throws Exception {
        System.out.printf("%s, %d bodies from %d connections, %d ordinary events/s beside them%n", Instant.now(), BODIES, CONNECTIONS, ORDINARY_PER_SECOND);
        var shoppers = Shoppers.make(suite, 100);
        var batches = new EventBatches(suite, shoppers);
        var threads = Executors.newFixedThreadPool(CONNECTIONS, Load::daemon);
        try (var memory = new LargestMemory(service);
                var ordinary = new SteadyRequests(service.url(), 8, ORDINARY_PER_SECOND, (door, turn) -> batches.send(door, 1))) {
            var connections = new ArrayList<Callable<Void>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(() -> { attack(); return null; });
            }
            for (var connection : threads.invokeAll(connections)) {
                connection.get();
            }
            System.out.println("answers: " + outcomes);
            ordinary.end("ordinary events");
            System.out.println(memory);
            boolean accepted = accepts(batches);
            boolean held = accepted && batches.areAllKept() && memory.isHeld() && !outcomes.containsKey("500");
            System.out.println((held ? "HELD" : "FELL SHORT") + ": no 500, less than 1 GB resident, an ordinary event is accepted afterwards and none was lost");
            return held;
        }
    }

    private boolean accepts(EventBatches batches) throws IOException {
        try (var door = new Door(service.url())) {
            int status = batches.send(door, 1).status();
            System.out.println("an ordinary event afterwards: " + status);
            return status == 200;
        }
    }

    private void attack() throws InterruptedException {
        for (int next = turn.getAndIncrement(); next < BODIES; next = turn.getAndIncrement()) {
            count(outcome(next % (bodies.size() + 1)));
        }
    }

    private String outcome(int kind) throws InterruptedException {
        try (var door = new Door(service.url())) {
            if (kind < bodies.size()) {
                return Integer.toString(door.send("POST", "/v1/batch", headers, bodies.get(kind)).status());
            }
            byte[] whole = bodies.get(0);
            door.begin("POST", "/v1/batch", headers, Arrays.copyOf(whole, whole.length / 2), whole.length);
            Thread.sleep(1_000);
            return "left half sent";
        } catch (SocketTimeoutException silent) {
            return "no answer within 10 s";
        } catch (IOException closed) {
            return "connection closed";
        }
    }

    private synchronized void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }
}
