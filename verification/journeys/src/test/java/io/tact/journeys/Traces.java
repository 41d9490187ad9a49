package io.tact.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.localstack.test.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * All that the suite keeps, looked at from outside and as a whole: every row of every database,
 * every record of every topic, every line of every log. Whoever is looked for is looked for by
 * words: canaries, identity-keys, pseudonyms.
 */
final class Traces {
    static final List<String> SERVICES =
            List.of(
                    "consent-service",
                    "frequency-service",
                    "profile-service",
                    "recommendation-service");

    private static final String WORDS = "[^A-Za-z0-9_-]+";

    private final RunningSuite suite;

    Traces(RunningSuite suite) {
        this.suite = suite;
    }

    /** The rows of {@code service.table}, each as text, that hold one of these words. */
    Map<String, Set<String>> rows(Set<String> words) {
        var found = new TreeMap<String, Set<String>>();
        for (String service : SERVICES) {
            try (Connection connection = connect(service);
                    var tables =
                            connection
                                    .getMetaData()
                                    .getTables(null, "public", "%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    String table = tables.getString("TABLE_NAME");
                    rows(connection, table, words)
                            .ifPresent(rows -> found.put(service + "." + table, rows));
                }
            } catch (SQLException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        return found;
    }

    private static Optional<Set<String>> rows(
            Connection connection, String table, Set<String> words) throws SQLException {
        var held = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select whole::text from \"" + table + "\" as whole")) {
            while (rows.next()) {
                if (holds(rows.getString(1), words)) {
                    held.add(rows.getString(1));
                }
            }
        }
        return held.isEmpty() ? Optional.empty() : Optional.of(held);
    }

    /** The first column of a query. */
    List<String> query(String service, String sql, Object... parameters) {
        try (Connection connection = connect(service);
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        } catch (SQLException trouble) {
            throw new AssertionError(trouble);
        }
    }

    /** What can be read of all topics, but the two that are kept for ever. */
    List<ConsumerRecord<String, String>> records(Set<String> words) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer =
                new KafkaConsumer<>(
                        kafka(Map.of("isolation.level", "read_committed")),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.listTopics().entrySet().stream()
                            .filter(topic -> isPersonal(topic.getKey()))
                            .flatMap(topic -> topic.getValue().stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.value() != null
                            && (holds(record.key(), words) || holds(record.value(), words))) {
                        found.add(record);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isPersonal(String topic) {
        return !topic.startsWith("__")
                && !topic.endsWith("privacy.erasure.v1")
                && !topic.endsWith("privacy.receipt.v1");
    }

    /** As somebody who repeats history would: as it was, and by hand, without its headers. */
    void produce(Collection<ConsumerRecord<String, String>> records) {
        try (var producer =
                new KafkaProducer<>(
                        kafka(Map.of()), new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream()
                            .flatMap(
                                    record ->
                                            Stream.of(
                                                    again(
                                                            record,
                                                            record.timestamp(),
                                                            record.headers()),
                                                    again(record, null, null)))
                            .map(producer::send)
                            .toList();
            for (var one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException trouble) {
            throw new AssertionError(trouble);
        }
    }

    private static ProducerRecord<String, String> again(
            ConsumerRecord<String, String> record,
            @Nullable Long timestamp,
            @Nullable Iterable<Header> headers) {
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                timestamp,
                record.key(),
                record.value(),
                headers);
    }

    /** The lines of all logs that hold one of these words. */
    List<String> lines(Set<String> words) {
        return SERVICES.stream()
                .map(service -> suite.described("/services/" + service + "/log").asText())
                .flatMap(log -> lines(Path.of(log)).filter(line -> holds(line, words)))
                .toList();
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Lets the time pass after which the second tombstones are written and Kafka compacts, until
     * none of these words can be read any more.
     */
    void untilCompacted(Set<String> words) {
        Map<ConfigResource, Map<String, String>> before =
                configure(
                        Map.of(
                                "segment.ms", "50",
                                "min.cleanable.dirty.ratio", "0.0001",
                                "max.compaction.lag.ms", "1"));
        try {
            Eventually.get(
                    "everything compacted",
                    () -> {
                        for (String service : SERVICES) {
                            query(service, "update tombstone_due set due_at = now()");
                            query(service, "select tombstone_again(100000)");
                        }
                        return records(words);
                    },
                    Collection::isEmpty,
                    Duration.ofMinutes(4));
        } finally {
            restore(before);
        }
    }

    private Map<ConfigResource, Map<String, String>> configure(Map<String, String> wanted) {
        try (var admin = Admin.create(kafka(Map.of()))) {
            List<ConfigResource> topics =
                    admin.listTopics().names().get().stream()
                            .filter(Traces::isPersonal)
                            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                            .toList();
            var before = new HashMap<ConfigResource, Map<String, String>>();
            admin.describeConfigs(topics)
                    .all()
                    .get()
                    .forEach(
                            (topic, config) ->
                                    before.put(
                                            topic,
                                            wanted.keySet().stream()
                                                    .collect(
                                                            Collectors.toMap(
                                                                    name -> name,
                                                                    name ->
                                                                            config.get(name)
                                                                                    .value()))));
            topics.forEach(topic -> set(admin, topic, wanted));
            return before;
        } catch (InterruptedException | ExecutionException trouble) {
            throw new AssertionError(trouble);
        }
    }

    private void restore(Map<ConfigResource, Map<String, String>> before) {
        try (var admin = Admin.create(kafka(Map.of()))) {
            before.forEach((topic, config) -> set(admin, topic, config));
        }
    }

    private static void set(Admin admin, ConfigResource topic, Map<String, String> config) {
        List<AlterConfigOp> changes =
                config.entrySet().stream()
                        .map(
                                entry ->
                                        new AlterConfigOp(
                                                new ConfigEntry(entry.getKey(), entry.getValue()),
                                                OpType.SET))
                        .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
        } catch (InterruptedException | ExecutionException trouble) {
            throw new AssertionError(trouble);
        }
    }

    private Map<String, Object> kafka(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", suite.described("/kafka/bootstrapServers").asText());
        return settings;
    }

    private Connection connect(String service) throws SQLException {
        JsonNode database = suite.described("/services/" + service + "/database");
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%s/%s"
                        .formatted(
                                database.path("host").asText(),
                                database.path("port").asText(),
                                database.path("name").asText()),
                database.path("user").asText(),
                database.path("password").asText());
    }

    private static boolean holds(String text, Set<String> words) {
        if (text == null) {
            return false;
        }
        for (String word : text.split(WORDS)) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static Set<String> both(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
