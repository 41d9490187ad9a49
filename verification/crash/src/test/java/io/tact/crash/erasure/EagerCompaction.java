package io.tact.crash.erasure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** What takes hours in production happens in seconds: the same broker, with smaller numbers. */
final class EagerCompaction {
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "segment.ms", "1000",
                    "segment.index.bytes", "65536",
                    "file.delete.delay.ms", "1000",
                    "min.cleanable.dirty.ratio", "0.0",
                    "max.compaction.lag.ms", "1000",
                    "delete.retention.ms", "0");

    private EagerCompaction() {}

    static void of(String topic, String bootstrapServers) {
        List<AlterConfigOp> settings =
                SETTINGS.entrySet().stream()
                        .map(
                                setting ->
                                        new AlterConfigOp(
                                                new ConfigEntry(
                                                        setting.getKey(), setting.getValue()),
                                                OpType.SET))
                        .toList();
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            kafka.incrementalAlterConfigs(
                            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), settings))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
