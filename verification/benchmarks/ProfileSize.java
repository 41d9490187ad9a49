import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether profile-service slows down over many people: see {@code profile-size}, which starts this. */
class ProfileSize {
    private static final int READERS = 5_000;
    private static final int CLIENTS = 8;
    private static final int SECONDS = 20;
    private static final int AT_ONCE = 100_000;
    private static final double AIM_READ_MS = 20;

    private final JsonNode suite;
    private final RunningService service;
    private final int people;

    private ProfileSize(JsonNode suite, int people) {
        this.suite = suite;
        this.service = new RunningService(suite, "profile-service");
        this.people = people;
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode suite = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
        Durability.require(suite.get("postgres"));
        System.exit(new ProfileSize(suite, Integer.parseInt(arguments[1])).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        var readers = Shoppers.make(suite, READERS);
        fill(readers);
        var batches = new EventBatches(suite, readers);
        var reads = new ProfileReads(service.url(), readers);
        var load = new Load(service.url(), CLIENTS);
        load.warmUp("batches", batches::send);
        reads.during("warm-up, reads", ProfileSize::pause);
        try (var memory = new LargestMemory(service)) {
            Load.Result alone = reads.during("reads, nothing beside", ProfileSize::pause).reads();
            reads.during("reads beside them", () -> load.measure("batches", batches::send, SECONDS));
            System.out.println(memory);
            boolean held = batches.areAllKept() && memory.isHeld() && alone.milliseconds(0.99) < AIM_READ_MS;
            System.out.println((held ? "HELD" : "FELL SHORT") + ": p99 of a read below 20 ms at 500 reads/s, less than 1 GB resident, nothing lost or doubled");
            return held;
        }
    }

    private static Load.Result pause() throws InterruptedException {
        Thread.sleep(SECONDS * 1_000L);
        return null;
    }

    private void fill(List<Shoppers.Shopper> readers) throws Exception {
        try (var database = Durability.superuser(suite.get("postgres"), suite.at("/services/profile-service/database/name").asText());
                var statement = database.createStatement()) {
            long missing = people - number(statement, "select count(*) from identity");
            System.out.printf(
                    "%s, writes %,d people with three events each into identity, person, trait and event of this suite; publishes nothing of them, removes nothing afterwards%n",
                    Instant.now(), Math.max(0, missing));
            keepReaders(database, readers);
            String sql = Files.readString(Path.of("verification/benchmarks/fill-people.sql")).replace(":run", "fill-" + System.currentTimeMillis() + "-");
            for (long first = 1; first <= missing; first += AT_ONCE) {
                database.setAutoCommit(false);
                statement.execute(
                        sql.replace(":first", Long.toString(first))
                                .replace(":last", Long.toString(Math.min(missing, first + AT_ONCE - 1)))
                                .replace(":step", Long.toString(Math.max(1, missing / READERS))));
                database.commit();
                database.setAutoCommit(true);
            }
            statement.execute("vacuum (analyze) identity, person, trait, event");
            System.out.printf(
                    "%,d people, %,d events, %,d traits, %,d MB of database%n",
                    number(statement, "select count(*) from identity"),
                    number(statement, "select count(*) from event"),
                    number(statement, "select count(*) from trait"),
                    number(statement, "select pg_database_size(current_database()) / 1000000"));
        }
    }

    private void keepReaders(Connection database, List<Shoppers.Shopper> readers) throws SQLException, GeneralSecurityException {
        try (var statement = database.createStatement()) {
            statement.execute("create temp table reader (position bigint primary key, identity_key text)");
        }
        try (var insert = database.prepareStatement("insert into reader values (?, ?)")) {
            for (int i = 0; i < readers.size(); i++) {
                insert.setInt(1, i + 1);
                insert.setString(2, identityKey(readers.get(i).anonymousId()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private String identityKey(String anonymousId) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(suite.at("/secrets/installationSecret").asText().getBytes(UTF_8), "HmacSHA256"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(("anonymous_id:" + anonymousId).getBytes(UTF_8)));
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
