package io.tact.localstack.broker;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** One topic as its owner states it in {@code contracts/topics.json}. */
public record TopicContract(String name, String cleanup, @Nullable Integer retentionDays) {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final TypeReference<List<TopicContract>> LIST = new TypeReference<>() {};

    public static List<TopicContract> read(Path file) {
        try {
            return JSON.readValue(file.toFile(), LIST);
        } catch (IOException e) {
            throw new UncheckedIOException("Not a list of topics: " + file, e);
        }
    }

    NewTopic toNewTopic(String prefix, int partitions) {
        return new NewTopic(prefix + name, partitions, (short) 1).configs(settings());
    }

    /**
     * A deleted key is really gone an hour after its tombstone, and the tombstone is seen for a
     * week.
     */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", cleanup);
        settings.put("segment.ms", millis(Duration.ofMinutes(10)));
        if (cleanup.contains("compact")) {
            settings.put("max.compaction.lag.ms", millis(Duration.ofHours(1)));
            settings.put("delete.retention.ms", millis(Duration.ofDays(7)));
        }
        if (cleanup.contains("delete")) {
            settings.put(
                    "retention.ms",
                    retentionDays == null ? "-1" : millis(Duration.ofDays(retentionDays)));
        }
        return settings;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
