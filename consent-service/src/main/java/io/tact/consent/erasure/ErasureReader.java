package io.tact.consent.erasure;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.topic.WholeTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads our own journal of erasures, so that a restored database learns of them. */
@ApplicationScoped
class ErasureReader {
    private final ForgetAgain forgetAgain;
    private final WholeTopic topic;

    ErasureReader(
            ForgetAgain forgetAgain,
            @ConfigProperty(name = "tact.topic-prefix") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.forgetAgain = forgetAgain;
        this.topic =
                new WholeTopic(
                        bootstrapServers, prefix.orElse("") + ErasureStore.TOPIC, this::read);
    }

    void start(@Observes StartupEvent event) {
        topic.start();
    }

    void stop(@Observes ShutdownEvent event) {
        topic.close();
    }

    boolean isCaughtUpOrOverdue() {
        return topic.isCaughtUpOrOverdue();
    }

    private void read(ConsumerRecords<String, String> records) {
        List<JournalBody> erasures =
                StreamSupport.stream(records.spliterator(), false)
                        .flatMap(record -> Stream.ofNullable(record.value()))
                        .map(JournalBody::read)
                        .toList();
        if (!erasures.isEmpty()) {
            forgetAgain.forget(erasures);
        }
    }
}
