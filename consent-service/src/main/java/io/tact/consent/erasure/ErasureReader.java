package io.tact.consent.erasure;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.topic.WholeTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
                        bootstrapServers,
                        prefix.orElse("") + ErasureStore.TOPIC,
                        records -> records.forEach(this::read));
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

    private void read(ConsumerRecord<String, String> record) {
        if (record.value() != null) {
            forgetAgain.forget(JournalBody.read(record.value()));
        }
    }
}
