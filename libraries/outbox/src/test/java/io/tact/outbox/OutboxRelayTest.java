package io.tact.outbox;

import static io.tact.outbox.TopicFollower.TOMBSTONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tact.localstack.test.OwnBroker;
import io.tact.localstack.test.TestStack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private static final String LOG = "test.log.v1";
    private static final String STATE = "test.state.v1";
    private static final Path TOPICS = Path.of("src/test/resources/topics.json");

    private static TestStack stack;

    @BeforeAll
    static void leaseStack() throws IOException, SQLException {
        stack = TestStack.lease("outbox");
        stack.createTopics(TOPICS);
        OutboxDatabase.create(stack);
    }

    @AfterAll
    static void endLease() {
        stack.close();
    }

    @Test
    void committedRowsArePublishedInOrderAndRolledBackOnesNever() throws SQLException {
        try (var database = OutboxDatabase.emptied(stack);
                var topic = new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG);
                var relay = relay(database, Relayed.of("order-relay", stack.topicPrefix()))) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                insert(connection, LOG, "k", "{\"n\":1}");
                connection.commit();
                insert(connection, LOG, "k", "{\"n\":666}");
                connection.rollback();
                insert(connection, LOG, "k", "{\"n\":2}");
                insert(connection, LOG, "k", "{\"n\":3}");
                connection.commit();
            }
            relay.nudge();

            assertThat(topic.values(3)).containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
        }
    }

    @Test
    void rowOfAnOlderTransactionThatCommitsLaterIsNotPassedOver() throws SQLException {
        try (var database = OutboxDatabase.emptied(stack);
                var topic = new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG);
                var older = database.getConnection();
                var newer = database.getConnection();
                var relay = relay(database, Relayed.of("late-relay", stack.topicPrefix()))) {
            older.setAutoCommit(false);
            insert(older, LOG, "k", "{\"n\":\"older\"}");
            insert(newer, LOG, "k", "{\"n\":\"newer\"}");
            relay.nudge();
            topic.nothingFor(300);

            older.commit();

            assertThat(topic.values(2)).containsExactly("{\"n\":\"older\"}", "{\"n\":\"newer\"}");
        }
    }

    @Test
    void whatIsCommittedSoonAfterAPublicationGoesOutTogether() throws SQLException {
        var relayed =
                Relayed.of("gathering-relay", stack.topicPrefix())
                        .gatheringFor(Duration.ofSeconds(4));
        try (var database = OutboxDatabase.emptied(stack);
                var topic = new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG);
                var relay = relay(database, relayed);
                var connection = database.getConnection()) {
            insert(connection, LOG, "k", "{\"n\":1}");
            relay.nudge();
            assertThat(topic.values(1)).containsExactly("{\"n\":1}");

            insert(connection, LOG, "k", "{\"n\":2}");
            relay.nudge();
            topic.nothingFor(300);
            insert(connection, LOG, "k", "{\"n\":3}");
            relay.nudge();

            assertThat(topic.values(2)).containsExactly("{\"n\":2}", "{\"n\":3}");
        }
    }

    /** Found by a crash run: a backlog of more than a batch, from where ids get a digit longer. */
    @Test
    void noRowIsPassedOverOrRepeatedWhereTransactionIdsGetLonger() throws SQLException {
        try (var database = OutboxDatabase.emptied(stack);
                var topic =
                        new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG)) {
            insertAs(database, "99", 0, 10);
            insertAs(database, "100", 10, OutboxReads.BATCH);

            try (var relay = relay(database, Relayed.of("digit-relay", stack.topicPrefix()))) {
                assertThat(topic.values(10 + OutboxReads.BATCH))
                        .containsExactlyElementsOf(numbers(0, 10 + OutboxReads.BATCH));
                topic.nothingFor(300);
            }
        }
    }

    /** Kafka closes a segment only when something is appended to it. */
    @Test
    void tombstoneGoesOutAgainWhenTheSegmentOfTheFirstIsDue() throws SQLException {
        try (var database = OutboxDatabase.emptied(stack);
                var topic = new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG);
                var relay = relay(database, Relayed.of("tombstone-relay", stack.topicPrefix()));
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            insert(connection, LOG, "a/1", "{}");
            statement.execute("select tombstone('%s', array['a/1', 'a/2'])".formatted(LOG));
            statement.execute("select tombstone_again(10)");
            relay.nudge();
            assertThat(topic.values(3)).containsExactly("{}", TOMBSTONE, TOMBSTONE);
            topic.nothingFor(300);

            statement.execute("update tombstone_due set due_at = now()");
            statement.execute("select tombstone_again(10)");
            statement.execute("select tombstone_again(10)");

            assertThat(topic.values(2)).containsExactly(TOMBSTONE, TOMBSTONE);
            topic.nothingFor(300);
        }
    }

    @Test
    void whatWasPublishedUnderANameIsFoundUnlessItIsGone() throws SQLException {
        try (var database = OutboxDatabase.emptied(stack);
                var topic = new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG);
                var relay = relay(database, Relayed.of("found-relay", stack.topicPrefix()));
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String key : List.of("ann", "ann/1", "ann/2", "annabel/1", "bob/1")) {
                insert(connection, LOG, key, "{}");
            }
            statement.execute("select tombstone('%s', array['ann/2'])".formatted(LOG));
            relay.nudge();
            topic.values(6);

            var published =
                    new PublishedKeys(Map.of("bootstrap.servers", stack.bootstrapServers()));

            assertThat(published.of(stack.topicPrefix() + LOG, Set.of("ann", "nobody")))
                    .containsExactly("ann", "ann/1");
            assertThat(published.of(stack.topicPrefix() + LOG, Set.of())).isEmpty();
        }
    }

    @Test
    void compactedTopicGetsTheKeysCurrentRowAndATombstoneWhenItIsGone() throws SQLException {
        var relayed =
                Relayed.of("state-relay", stack.topicPrefix())
                        .withCurrent(
                                STATE,
                                CurrentRows.query(
                                        "select key, state::text from test_state where key = any(?)"));
        try (var database = OutboxDatabase.emptied(stack);
                var topic =
                        new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + STATE)) {
            try (Connection connection = database.getConnection();
                    var statement = connection.createStatement()) {
                insert(connection, STATE, "a", null);
                insert(connection, STATE, "b", null);
                insert(connection, STATE, "a", null);
                statement.execute("insert into test_state values ('a', '{\"version\":2}')");
            }
            try (var relay = relay(database, relayed)) {
                List<ConsumerRecord<String, byte[]>> records = topic.records(3);

                assertThat(records)
                        .extracting(ConsumerRecord::key)
                        .containsExactlyInAnyOrder("a", "b", "a");
                assertThat(records)
                        .allSatisfy(
                                record ->
                                        assertThat(text(record))
                                                .isEqualTo(
                                                        record.key().equals("a")
                                                                ? "{\"version\":2}"
                                                                : null));
            }
        }
    }

    @Test
    void nothingGoesOutOfADatabaseThatWasPutBack() throws SQLException {
        var whole = new AtomicBoolean();
        var relayed =
                Relayed.of("put-back-relay", stack.topicPrefix())
                        .withHeartbeats(LOG)
                        .onlyWhile(connection -> whole.get());
        try (var database = OutboxDatabase.emptied(stack);
                var topic = new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG);
                var relay = relay(database, relayed)) {
            insertMany(database, 0, 10);
            relay.nudge();
            topic.nothingFor(500);

            whole.set(true);

            var rows = new ArrayList<String>();
            while (rows.size() < 10) {
                topic.records(1).stream()
                        .filter(record -> record.key().equals("k"))
                        .forEach(record -> rows.add(String.valueOf(text(record))));
            }
            assertThat(rows).containsExactlyElementsOf(numbers(0, 10));
        }
    }

    @Test
    void recordsCarryTheirCloudEventAndTheRequestThatCausedThem() throws SQLException {
        try (var database = OutboxDatabase.emptied(stack);
                var topic = new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG);
                var relay = relay(database, Relayed.of("header-relay", stack.topicPrefix()))) {
            try (Connection connection = database.getConnection()) {
                insert(connection, LOG, "k", "{}");
            }
            ConsumerRecord<String, byte[]> record = topic.records(1).get(0);

            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "ce_type")).isEqualTo("io.tact.test.v1");
            assertThat(header(record, "ce_source")).isEqualTo("/header-relay");
            assertThat(header(record, "ce_requestid")).isEqualTo("request-1");
            assertThat(header(record, "ce_id")).isNotBlank();
            assertThat(header(record, "content-type")).isEqualTo("application/json");
        }
    }

    @Test
    void secondRelayWaitsAndTakesOverWhereTheFirstStopped() throws SQLException {
        var relayed = Relayed.of("twin-relay", stack.topicPrefix());
        try (var database = OutboxDatabase.emptied(stack);
                var topic = new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG);
                var first = relay(database, relayed)) {
            insertMany(database, 0, 50);
            assertThat(topic.values(50)).hasSize(50);
            try (var second = relay(database, relayed)) {
                insertMany(database, 50, 50);
                topic.records(50);
                first.close();
                insertMany(database, 100, 50);

                assertThat(topic.values(50)).containsExactlyElementsOf(numbers(100, 50));
                topic.nothingFor(300);
            }
        }
    }

    @Test
    void relayThatLosesItsConnectionGoesOnAndLosesNothing() throws SQLException {
        try (var database = OutboxDatabase.emptied(stack);
                var topic = new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG);
                var relay = relay(database, Relayed.of("cut-relay", stack.topicPrefix()))) {
            for (int round = 0; round < 5; round++) {
                insertMany(database, round * 100, 100);
                database.cutAllOtherConnections();
            }

            assertThat(topic.distinctValues(500))
                    .containsExactlyInAnyOrderElementsOf(numbers(0, 500));
        }
    }

    @Test
    void whatIsCommittedWhileTheBrokerIsDownGoesOutInOrderWhenItReturns() throws Exception {
        try (OwnBroker broker = OwnBroker.create();
                var database = OutboxDatabase.emptied(stack)) {
            broker.start();
            broker.createTopics("own.", TOPICS);
            try (var relay =
                    new OutboxRelay(
                                    Relayed.of("outage-relay", "own."),
                                    database,
                                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                                    new RelayMetrics(new SimpleMeterRegistry()))
                            .start()) {
                insertMany(database, 0, 10);
                try (var topic = new TopicFollower(broker.bootstrapServers(), "own." + LOG)) {
                    assertThat(topic.values(10)).hasSize(10);
                }
                broker.kill();
                insertMany(database, 10, 10);
                broker.start();

                try (var topic =
                        TopicFollower.fromBeginning(broker.bootstrapServers(), "own." + LOG)) {
                    assertThat(topic.distinctValues(20)).containsExactlyElementsOf(numbers(0, 20));
                }
            }
        }
    }

    /**
     * The promise that leases are built on: what was committed before a heartbeat's mark stands
     * before the heartbeat.
     */
    @Test
    void noHeartbeatStandsBeforeARowThatWasCommittedBeforeItsMark() throws Exception {
        long seed = Long.getLong("tact.seed", System.nanoTime());
        System.out.println("seed of the heartbeat test: " + seed);
        Map<String, Long> committedAt = new ConcurrentHashMap<>();
        try (var database = OutboxDatabase.emptied(stack);
                var topic = new TopicFollower(stack.bootstrapServers(), stack.topicPrefix() + LOG);
                var relay =
                        relay(
                                database,
                                Relayed.of("beat-relay", stack.topicPrefix())
                                        .withHeartbeats(LOG))) {
            List<ConsumerRecord<String, byte[]>> read = new CopyOnWriteArrayList<>();
            ExecutorService writers = Executors.newFixedThreadPool(8);
            List<Future<?>> writing =
                    IntStream.range(0, 8)
                            .<Future<?>>mapToObj(
                                    writer ->
                                            writers.submit(
                                                    () -> {
                                                        write(
                                                                database,
                                                                new Random(seed + writer),
                                                                writer,
                                                                committedAt);
                                                        return null;
                                                    }))
                            .toList();
            for (Future<?> one : writing) {
                one.get(60, TimeUnit.SECONDS);
            }
            writers.shutdown();
            relay.nudge();
            while (read.stream().filter(record -> !record.key().equals("heartbeat")).count()
                    < committedAt.size()) {
                read.addAll(topic.records(1));
            }

            assertThat(read.stream().filter(record -> record.key().equals("heartbeat")))
                    .hasSizeGreaterThan(8);
            Map<Integer, Long> lastMark = new java.util.HashMap<>();
            for (ConsumerRecord<String, byte[]> record : read) {
                if (record.key().equals("heartbeat")) {
                    lastMark.put(
                            record.partition(),
                            Long.parseLong(
                                    String.valueOf(text(record)).replaceAll(".*:(\\d+)}", "$1")));
                } else {
                    assertThat(committedAt.get(record.key()))
                            .as(
                                    () ->
                                            record.key()
                                                    + " among "
                                                    + partition(read, record.partition()))
                            .isGreaterThanOrEqualTo(
                                    lastMark.getOrDefault(record.partition(), Long.MIN_VALUE));
                }
            }
        }
    }

    private static List<String> partition(
            List<ConsumerRecord<String, byte[]>> read, int partition) {
        return read.stream()
                .filter(record -> record.partition() == partition)
                .map(record -> record.offset() + " " + header(record, "ce_id") + " " + text(record))
                .toList();
    }

    /** Transactions of very different length, most of them overlapping. */
    private static void write(
            OutboxDatabase database, Random random, int writer, Map<String, Long> committedAt)
            throws SQLException {
        try (Connection connection = database.getConnection();
                var sleep = connection.prepareStatement("select pg_sleep(?)")) {
            connection.setAutoCommit(false);
            for (int row = 0; row < 60; row++) {
                String key = "w" + writer + "-" + row;
                insert(connection, LOG, key, "{}");
                sleep.setDouble(1, random.nextInt(10) == 0 ? 0.15 : random.nextInt(20) / 1_000.0);
                sleep.execute();
                connection.commit();
                committedAt.put(key, TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
            }
        }
    }

    private static OutboxRelay relay(OutboxDatabase database, Relayed relayed) {
        return new OutboxRelay(
                        relayed,
                        database,
                        Map.of("bootstrap.servers", stack.bootstrapServers()),
                        new RelayMetrics(new SimpleMeterRegistry()))
                .start();
    }

    private static void insertMany(OutboxDatabase database, int from, int count)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String value : numbers(from, count)) {
                insert(connection, LOG, "k", value);
            }
        }
    }

    /** As that transaction, which ended long ago. */
    private static void insertAs(OutboxDatabase database, String xid, int from, int count)
            throws SQLException {
        try (Connection connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "insert into outbox (xid, topic, key, type, payload) values (?::xid8, ?, 'k', 'io.tact.test.v1', ?::json)")) {
            for (String value : numbers(from, count)) {
                statement.setString(1, xid);
                statement.setString(2, LOG);
                statement.setString(3, value);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<String> numbers(int from, int count) {
        var numbers = new ArrayList<String>();
        IntStream.range(from, from + count).forEach(n -> numbers.add("{\"n\":" + n + "}"));
        return numbers;
    }

    private static void insert(
            Connection connection, String topic, String key, @Nullable String payload)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "insert into outbox (topic, key, type, payload, request_id) values (?, ?, ?, ?::json, ?)")) {
            statement.setString(1, topic);
            statement.setString(2, key);
            statement.setString(3, "io.tact.test.v1");
            statement.setString(4, payload);
            statement.setString(5, "request-1");
            statement.executeUpdate();
        }
    }

    private static @Nullable String text(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? null : new String(record.value(), UTF_8);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
