import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What consent-service carries: see {@code consent-load}, which starts this. */
class ConsentLoad {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 32;
    private static final int VISITORS = 3_000;

    private final URI service;
    private final URI management;
    private final int seconds;
    private final List<String> visitors = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    private ConsentLoad(JsonNode suite, int seconds) {
        JsonNode consent = suite.at("/services/consent-service");
        this.service = URI.create(consent.get("url").asText());
        this.management = URI.create(consent.get("managementUrl").asText());
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode suite = JSON.readTree(Path.of(arguments[0]).toFile());
        requireDurability(suite.get("postgres"));
        new ConsentLoad(suite, Integer.parseInt(arguments[1])).run();
    }

    /** A number that was had without fsync is none. */
    private static void requireDurability(JsonNode postgres) throws Exception {
        String url =
                "jdbc:postgresql://" + postgres.get("host").asText() + ":" + postgres.get("port").asInt() + "/postgres";
        try (var connection =
                        DriverManager.getConnection(
                                url, postgres.get("superuser").asText(), postgres.get("password").asText());
                var statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit")) {
                var row = statement.executeQuery("show " + setting);
                row.next();
                System.out.println(setting + "=" + row.getString(1));
                if (!row.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is off");
                }
            }
        }
    }

    private void run() throws Exception {
        System.out.printf("%s, %d clients, %d s each, %s%n", Instant.now(), CLIENTS, seconds, System.getProperty("java.version"));
        try (var door = new Door(service)) {
            for (int i = 0; i < VISITORS; i++) {
                Answer answer = door.send("POST", "/v1/visitors", "", "{}");
                if (answer.status == 429) {
                    Thread.sleep(200);
                    i--;
                    continue;
                }
                visitors.add(JSON.readTree(answer.body).get("token").asText());
            }
        }
        measure("warm-up, writes", this::write, Math.max(10, seconds));
        Result plain = measure("plain endpoint (ceiling)", door -> door.send("GET", "/v1/ledger", "", null), seconds);
        Result reads = measure("reads", this::read, seconds);
        double cpuBefore = cpuSeconds();
        Result writes = measure("durable writes", this::write, seconds);
        double cpu = cpuSeconds() - cpuBefore;
        System.out.printf(
                "reads %.2f and writes %.2f of the plain endpoint; %.0f µs of the service's CPU a write, signing included%n",
                reads.perSecond / plain.perSecond,
                writes.perSecond / plain.perSecond,
                cpu * 1e6 / (writes.perSecond * seconds));
        System.out.println("from an entry to a signed checkpoint with it: " + signing());
    }

    private Answer write(Door door) throws IOException {
        int next = turn.getAndIncrement();
        String body = "{\"answers\":{\"experience\":" + (next / VISITORS % 2 == 0) + ",\"marketing\":" + (next / VISITORS % 2 == 1) + "}}";
        return door.send("POST", "/v1/me/consents", visitors.get(next % VISITORS), body);
    }

    private Answer read(Door door) throws IOException {
        return door.send("GET", "/v1/me/consents", visitors.get(turn.getAndIncrement() % VISITORS), null);
    }

    private interface Request {
        Answer send(Door door) throws IOException;
    }

    private record Result(double perSecond) {}

    private Result measure(String name, Request request, int duration) throws Exception {
        var clients = Executors.newFixedThreadPool(CLIENTS);
        long end = System.nanoTime() + duration * 1_000_000_000L;
        var failures = new AtomicInteger();
        Callable<long[]> client =
                () -> {
                    var took = new LongList();
                    try (var door = new Door(service)) {
                        while (System.nanoTime() < end) {
                            long began = System.nanoTime();
                            if (request.send(door).status / 100 == 2) {
                                took.add(System.nanoTime() - began);
                            } else {
                                failures.incrementAndGet();
                            }
                        }
                    }
                    return took.toArray();
                };
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> done : clients.invokeAll(java.util.Collections.nCopies(CLIENTS, client))) {
            all.add(done.get());
        }
        clients.shutdown();
        long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        double perSecond = sorted.length / (double) duration;
        System.out.printf(
                "%-26s %,8.0f/s   p50 %5.1f ms   p99 %6.1f ms   max %6.1f ms   failed %d%n",
                name, perSecond, ms(sorted, 0.5), ms(sorted, 0.99), ms(sorted, 1), failures.get());
        return new Result(perSecond);
    }

    private static double ms(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e6;
    }

    private double cpuSeconds() throws IOException {
        return metrics().lines()
                .filter(line -> line.startsWith("process_cpu_time_ns_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) / 1e9)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The histogram's buckets, since the service started. */
    private String signing() throws IOException {
        List<String> buckets =
                metrics().lines().filter(line -> line.startsWith("ledger_signing_seconds_bucket")).toList();
        if (buckets.isEmpty()) {
            return "not measured";
        }
        double total = value(buckets.get(buckets.size() - 1));
        var text = new StringBuilder();
        for (double part : new double[] {0.5, 0.99, 0.999}) {
            String bound =
                    buckets.stream()
                            .filter(line -> value(line) >= part * total)
                            .findFirst()
                            .map(line -> line.replaceAll(".*le=\"([^\"]+)\".*", "$1"))
                            .orElse("?");
            text.append("p").append(part * 100).append(" ≤ ").append(bound).append(" s  ");
        }
        return text.append(String.format("(%,.0f entries)", total)).toString();
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private String metrics() throws IOException {
        try (var door = new Door(management)) {
            return door.send("GET", "/q/metrics", "", null).body;
        }
    }

    private record Answer(int status, String body) {}

    /** One connection, kept alive; as little work as possible beside what is measured. */
    private static final class Door implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        Door(URI uri) throws IOException {
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }

        Answer send(String method, String path, String visitor, String body) throws IOException {
            byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
            String head =
                    method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                            + (visitor.isEmpty() ? "" : "Tact-Visitor: " + visitor + "\r\n")
                            + (body == null ? "" : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n")
                            + "\r\n";
            var request = new ByteArrayOutputStream();
            request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(content);
            socket.getOutputStream().write(request.toByteArray());
            int status = Integer.parseInt(line().split(" ")[1]);
            int length = 0;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(java.util.Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                }
                chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            }
            return new Answer(status, new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8));
        }

        private byte[] chunks() throws IOException {
            var all = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                all.writeBytes(in.readNBytes(size));
                line();
            }
            line();
            return all.toByteArray();
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the connection was closed");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static final class LongList {
        private long[] values = new long[1 << 16];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
