import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What consent-service carries: see {@code consent-load}, which starts this. */
class ConsentLoad {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCRIPT = Path.of("verification/benchmarks/bare-statements.sql");
    private static final int CLIENTS = 32;
    private static final int VISITORS = 3_000;

    private final JsonNode suite;
    private final URI service;
    private final RunningService running;
    private final int seconds;
    private final Load load;
    private final List<String> visitors = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    private ConsentLoad(JsonNode suite, int seconds) {
        this.suite = suite;
        this.running = new RunningService(suite, "consent-service");
        this.service = running.url();
        this.seconds = seconds;
        this.load = new Load(service, CLIENTS);
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode suite = JSON.readTree(Path.of(arguments[0]).toFile());
        Durability.require(suite.get("postgres"));
        new ConsentLoad(suite, Integer.parseInt(arguments[1])).run();
    }

    private void run() throws Exception {
        System.out.printf("%s, %d clients, %d s each, %s%n", Instant.now(), CLIENTS, seconds, System.getProperty("java.version"));
        visitors.addAll(Visitors.make(service, VISITORS));
        load.warmUp("writes", this::write);
        load.warmUp("reads", this::read);
        Load.Result plain = load.measure("plain endpoint (ceiling)", door -> door.send("GET", "/v1/ledger", "", null), seconds);
        Load.Result reads = load.measure("reads", this::read, seconds);
        double cpuBefore = running.cpuSeconds();
        Load.Result writes = load.measure("durable writes", this::write, seconds);
        double cpu = running.cpuSeconds() - cpuBefore;
        System.out.printf(
                "reads %.2f and writes %.2f of the plain endpoint; %.0f µs of the service's CPU a write, signing included%n",
                reads.perSecond() / plain.perSecond(),
                writes.perSecond() / plain.perSecond(),
                cpu * 1e6 / (writes.perSecond() * seconds));
        double bare = new BareStatements(suite.get("postgres"), "consent-service", List.of(SCRIPT), CLIENTS).perSecond(seconds);
        System.out.printf("%-26s %,8.0f/s   writes are %.2f of them%n", "pgbench, the statements", bare, writes.perSecond() / bare);
        System.out.println("from an entry to a signed checkpoint with it: " + signing());
    }

    private Door.Answer write(Door door) throws IOException {
        int next = turn.getAndIncrement();
        String body = "{\"answers\":{\"experience\":" + (next / VISITORS % 2 == 0) + ",\"marketing\":" + (next / VISITORS % 2 == 1) + "}}";
        return door.send("POST", "/v1/me/consents", visitors.get(next % VISITORS), body);
    }

    private Door.Answer read(Door door) throws IOException {
        return door.send("GET", "/v1/me/consents", visitors.get(turn.getAndIncrement() % VISITORS), null);
    }

    /** The histogram's buckets, since the service started. */
    private String signing() throws IOException {
        List<String> buckets = running.metrics("ledger_signing_seconds_bucket");
        if (buckets.isEmpty()) {
            return "not measured";
        }
        double total = RunningService.value(buckets.get(buckets.size() - 1));
        var text = new StringBuilder();
        for (double part : new double[] {0.5, 0.99, 0.999}) {
            String bound =
                    buckets.stream()
                            .filter(line -> RunningService.value(line) >= part * total)
                            .findFirst()
                            .map(line -> line.replaceAll(".*le=\"([^\"]+)\".*", "$1"))
                            .orElse("?");
            text.append("p").append(part * 100).append(" ≤ ").append(bound).append(" s  ");
        }
        return text.append(String.format("(%,.0f entries)", total)).toString();
    }
}
