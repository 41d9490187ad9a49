import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What profile-service carries: see {@code profile-load}, which starts this. */
class ProfileLoad {
    private static final int SHOPPERS = 2_000;
    private static final int CLIENTS = 8;
    private static final int AIM_EVENTS = 2_000;
    private static final double AIM_BATCH_MS = 250;
    private static final double AIM_READ_MS = 20;

    /** Not consent-service, without whose heartbeats nothing personal is answered. */
    private static final List<String> OTHERS = List.of("recommendation-service", "frequency-service");

    private final JsonNode suite;
    private final RunningService service;
    private final int seconds;
    private final Load load;

    private ProfileLoad(JsonNode suite, int seconds) {
        this.suite = suite;
        this.service = new RunningService(suite, "profile-service");
        this.seconds = seconds;
        this.load = new Load(service.url(), CLIENTS);
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode suite = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
        Durability.require(suite.get("postgres"));
        boolean held = new ProfileLoad(suite, Integer.parseInt(arguments[1])).run();
        System.exit(held ? 0 : 1);
    }

    private boolean run() throws Exception {
        System.out.printf("%s, %d clients, batches of %d, %d s each, Java %s%n", Instant.now(), CLIENTS, EventBatches.SIZE, seconds, System.getProperty("java.version"));
        var shoppers = Shoppers.make(suite, SHOPPERS);
        var batches = new EventBatches(suite, shoppers);
        var reads = new ProfileReads(service.url(), shoppers);
        load.warmUp("batches", batches::send);
        try (var memory = new LargestMemory(service)) {
            reads.during("warm-up, reads", () -> load.measure("warm-up, batches", batches::send, 10));
            double alone = load.measure("batches, nothing beside", batches::send, seconds).perSecond() * EventBatches.NEW;
            double cpuBefore = service.cpuSeconds();
            var together = reads.during("reads beside them", () -> load.measure("batches", batches::send, seconds));
            double cpu = service.cpuSeconds() - cpuBefore;
            double events = together.load().perSecond() * EventBatches.NEW;
            System.out.printf("%,.0f new events/s; %.0f µs of the service's CPU an event, the reads included%n", events, cpu * 1e6 / (events * seconds));
            batches.settle();
            reads.during("reads beside them", () -> steadily(batches));
            batches.settle();
            var apart = apart(reads, batches);
            System.out.println(memory);
            boolean kept = batches.areAllKept();
            double bare = bareEvents();
            System.out.printf(
                    "%-26s %,8.0f/s   the service is %.2f of them (%,.0f new events/s), %.2f beside the reads%n",
                    "pgbench, the same rows", bare, alone / bare, alone, events / bare);
            return report(
                    kept
                            && memory.isHeld()
                            && events >= AIM_EVENTS
                            && together.load().milliseconds(0.99) < AIM_BATCH_MS
                            && apart.reads().milliseconds(0.99) < AIM_READ_MS);
        }
    }

    /** As many as are asked for and no more: what they are like to those who read. */
    private Load.Result steadily(EventBatches batches) throws InterruptedException {
        var steady = new SteadyRequests(service.url(), CLIENTS * 4, AIM_EVENTS / EventBatches.NEW, (door, turn) -> batches.send(door));
        Thread.sleep(seconds * 1_000L);
        return steady.end("batches, " + AIM_EVENTS + " events/s");
    }

    /** Those who follow the events' topic are other machines' work: the generator and Postgres are what is beside it here. */
    private ProfileReads.Together apart(ProfileReads reads, EventBatches batches) throws Exception {
        try (var others = Paused.of(suite, OTHERS)) {
            return reads.during("reads, " + String.join(" and ", OTHERS) + " paused", () -> steadily(batches));
        }
    }

    private double bareEvents() throws Exception {
        Path folder = Files.createTempDirectory("written-rows");
        try {
            return EventBatches.NEW * new BareStatements(suite.get("postgres"), "profile-service", scripts(folder), CLIENTS).perSecond(seconds);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private List<Path> scripts(Path folder) throws SQLException, IOException {
        try (var database = Durability.superuser(suite.get("postgres"), suite.at("/services/profile-service/database/name").asText())) {
            return WrittenRows.asScripts(database, folder);
        }
    }

    private static boolean report(boolean held) {
        System.out.println(
                (held ? "HELD" : "FELL SHORT")
                        + ": at least 2,000 durable events/s, p99 of a batch below 250 ms, p99 of a read below 20 ms at 500 reads/s beside 2,000 events/s"
                        + " while those who follow the topic are paused,"
                        + " less than 1 GB resident, nothing lost or doubled");
        return held;
    }
}
