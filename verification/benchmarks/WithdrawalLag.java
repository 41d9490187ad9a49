import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long a withdrawal takes to be obeyed by everybody: see {@code withdrawal-lag}, which starts this. */
class WithdrawalLag {
    private static final int SAMPLERS = 4;
    private static final int VISITORS_IN_THE_BACKGROUND = 3_000;
    private static final int WRITERS = 48;

    /** Of one visitor: the service takes 60 statements a minute. */
    private static final int SAMPLES_OF_A_VISITOR = 15;

    /** Of ten samples, two show the token that the statement was answered with. */
    private static final int SHOWN_OF_TEN = 2;

    private static final int WARM_UP = 1_000;

    /** Asking costs the services' time, which the writes beside need as well; a lag seems longer by up to this. */
    private static final int POLL_EVERY_MS = 10;

    private static final double AIM_MS = 250;
    private static final double LEASE_MS = 1_000;
    private static final double AIM_PERSONAL = 0.99;

    private final JsonNode suite;
    private final URI consent;
    private final int samples;
    private final int writesPerSecond;
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Durations> lags = Stream.generate(Durations::new).limit(Consumers.NAMES.size()).toList();
    private final Durations slowest = new Durations();
    private final AtomicInteger shown = new AtomicInteger();
    private final AtomicInteger old = new AtomicInteger();
    private final AtomicInteger granted = new AtomicInteger();
    private final AtomicInteger personal = new AtomicInteger();

    private WithdrawalLag(JsonNode suite, int samples, int writesPerSecond) {
        this.suite = suite;
        this.consent = URI.create(suite.at("/services/consent-service").get("url").asText());
        this.samples = samples;
        this.writesPerSecond = writesPerSecond;
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode suite = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
        Durability.require(suite.get("postgres"));
        boolean held = new WithdrawalLag(suite, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])).run();
        System.exit(held ? 0 : 1);
    }

    private boolean run() throws Exception {
        System.out.printf(
                "%s, %d samples, %d samplers, %d writes/s beside them, Java %s%n",
                Instant.now(), samples, SAMPLERS, writesPerSecond, System.getProperty("java.version"));
        var visitors = new ConcurrentLinkedQueue<>(Visitors.make(consent, Math.max(SAMPLERS, (WARM_UP + samples) / SAMPLES_OF_A_VISITOR)));
        var others = Visitors.make(consent, VISITORS_IN_THE_BACKGROUND);
        try (var background = new SteadyRequests(consent, WRITERS, writesPerSecond, (door, turn) -> write(door, others, turn))) {
            var threads = Executors.newFixedThreadPool(SAMPLERS, Load::daemon);
            var samplers = new ArrayList<Future<?>>();
            for (int i = 0; i < SAMPLERS; i++) {
                samplers.add(threads.submit(() -> { sample(visitors); return null; }));
            }
            for (Future<?> sampler : samplers) {
                sampler.get();
            }
            threads.shutdown();
            System.out.println("writes beside them: " + background.rate());
        }
        return report();
    }

    private static Door.Answer write(Door door, List<String> visitors, int turn) throws IOException {
        boolean yes = turn / visitors.size() % 2 == 0;
        String body = "{\"answers\":{\"experience\":" + yes + ",\"marketing\":" + !yes + "}}";
        return door.send("POST", "/v1/me/consents", visitors.get(turn % visitors.size()), body);
    }

    private void sample(ConcurrentLinkedQueue<String> visitors) throws IOException, InterruptedException {
        try (var door = new Door(consent);
                var consumers = new Consumers(suite)) {
            for (int next = turn.getAndIncrement(); next < WARM_UP + samples; next = turn.getAndIncrement()) {
                String visitor = visitors.remove();
                visitors.add(visitor);
                sample(door, consumers, visitor, next >= WARM_UP, next % 10 < SHOWN_OF_TEN);
            }
        }
    }

    private void sample(Door door, Consumers consumers, String visitor, boolean counts, boolean show)
            throws IOException, InterruptedException {
        String grant = says(door, visitor, true);
        int asGranted = 0;
        for (int consumer = 0; consumer < Consumers.NAMES.size(); consumer++) {
            asGranted += consumers.answersPersonally(consumer, visitor, grant) ? 1 : 0;
        }
        String withdrawal = says(door, visitor, false);
        long withdrawn = System.nanoTime();
        if (counts) {
            granted.addAndGet(Consumers.NAMES.size());
            personal.addAndGet(asGranted);
        }
        if (show) {
            showsTheToken(consumers, visitor, withdrawal, counts);
        } else {
            showsNothing(consumers, visitor, withdrawn, counts);
        }
    }

    private void showsTheToken(Consumers consumers, String visitor, String withdrawal, boolean counts) throws IOException {
        for (int consumer = 0; consumer < Consumers.NAMES.size(); consumer++) {
            boolean onTheOldState = consumers.answersPersonally(consumer, visitor, withdrawal);
            if (counts) {
                shown.incrementAndGet();
                old.addAndGet(onTheOldState ? 1 : 0);
            }
        }
    }

    private void showsNothing(Consumers consumers, String visitor, long withdrawn, boolean counts)
            throws IOException, InterruptedException {
        var personally = new ArrayList<>(IntStream.range(0, Consumers.NAMES.size()).boxed().toList());
        while (true) {
            for (int consumer : List.copyOf(personally)) {
                if (!consumers.answersPersonally(consumer, visitor, "")) {
                    personally.remove((Integer) consumer);
                    record(consumer, System.nanoTime() - withdrawn, personally.isEmpty(), counts);
                }
            }
            if (personally.isEmpty()) {
                return;
            }
            Thread.sleep(POLL_EVERY_MS);
        }
    }

    private synchronized void record(int consumer, long nanoseconds, boolean last, boolean counts) {
        if (counts) {
            lags.get(consumer).add(nanoseconds);
            if (last) {
                slowest.add(nanoseconds);
            }
        }
    }

    /** Returns the token. */
    private static String says(Door door, String visitor, boolean yes) throws IOException {
        Door.Answer answer =
                door.send("POST", "/v1/me/consents", visitor, "{\"answers\":{\"experience\":" + yes + ",\"marketing\":" + yes + "}}");
        if (answer.status() != 200) {
            throw new IOException("consent-service answered " + answer.status());
        }
        return answer.consentSeq();
    }

    private boolean report() {
        for (int consumer = 0; consumer < Consumers.NAMES.size(); consumer++) {
            long[] sorted = lags.get(consumer).sorted();
            System.out.printf("withdrawal → refusal by %-16s %s   (%d samples)%n", Consumers.NAMES.get(consumer), Durations.spread(sorted), sorted.length);
        }
        long[] all = slowest.sorted();
        double share = personal.get() / (double) granted.get();
        System.out.printf("withdrawal → refusal by all three        %s%n", Durations.spread(all));
        System.out.printf("shown the withdrawal's token: %d decisions, %d on the old state%n", shown.get(), old.get());
        System.out.printf(Locale.ROOT, "shown the grant's token: %d answers, %.2f %% personal%n", granted.get(), share * 100);
        boolean held =
                Durations.milliseconds(all, 0.99) <= AIM_MS
                        && Durations.milliseconds(all, 1) <= LEASE_MS
                        && old.get() == 0
                        && share >= AIM_PERSONAL;
        System.out.println(
                (held ? "HELD" : "FELL SHORT") + ": p99 at most 250 ms, never above the lease of 1 s, nothing on the old state, at least 99 % personal");
        return held;
    }
}
