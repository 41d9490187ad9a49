package io.tact.localstack.broker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates and deletes topics. A topic that exists is left as it is. */
public final class Topics implements AutoCloseable {
    private final Admin admin;

    public Topics(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    public void create(String prefix, int partitions, List<TopicContract> contracts) {
        List<NewTopic> topics =
                contracts.stream()
                        .map(contract -> contract.toNewTopic(prefix, partitions))
                        .toList();
        admin.createTopics(topics).values().values().forEach(Topics::awaitCreation);
    }

    public void deleteAll(String prefix) {
        List<String> names =
                await(admin.listTopics().names()).stream()
                        .filter(name -> name.startsWith(prefix))
                        .toList();
        await(admin.deleteTopics(names).all());
    }

    @Override
    public void close() {
        admin.close();
    }

    private static void awaitCreation(KafkaFuture<Void> creation) {
        try {
            await(creation);
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
