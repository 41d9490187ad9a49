package io.tact.consent.client.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.topic.WholeTopic;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Reads {@code privacy.erasure.v1}, and has this service forget whom it names. */
@ApplicationScoped
public class ErasureTopicReader {
    private static final Logger LOG = Logger.getLogger(ErasureTopicReader.class);
    private static final int BEFORE_OTHER_TOPICS = 1;

    private final Forgotten forgotten;
    private final List<ForgetsPersons> all;
    private final ObjectMapper json;
    private final WholeTopic topic;

    ErasureTopicReader(
            Forgotten forgotten,
            @All List<ForgetsPersons> all,
            ObjectMapper json,
            @ConfigProperty(name = "tact.topic-prefix", defaultValue = "") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.forgotten = forgotten;
        this.all = all;
        this.json = json;
        this.topic =
                new WholeTopic(
                        bootstrapServers,
                        prefix.orElse("") + Erasure.TOPIC,
                        this::read,
                        forgotten::read);
    }

    void start(@Observes @Priority(BEFORE_OTHER_TOPICS) StartupEvent event) {
        topic.start();
    }

    void stop(@Observes ShutdownEvent event) {
        topic.close();
    }

    /**
     * Completes when whoever was erased by now is forgotten here. What is known of an identity
     * after that is not of a life whose end is still to be read.
     */
    public CompletionStage<Void> whenReadUpToNow() {
        return topic.whenReadUpToNow();
    }

    boolean isCaughtUpOrOverdue() {
        return topic.isCaughtUpOrOverdue();
    }

    private void read(ConsumerRecords<String, String> records) {
        List<Erasure> erasures =
                StreamSupport.stream(records.spliterator(), false)
                        .flatMap(record -> erasure(record).stream())
                        .toList();
        if (!erasures.isEmpty()) {
            erasures.forEach(forgotten::add);
            all.forEach(service -> service.forget(erasures));
        }
    }

    /** One that is not understood stays unanswered, and is named as missing to whoever asked. */
    private Optional<Erasure> erasure(ConsumerRecord<String, String> record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(json.readValue(record.value(), Erasure.Message.class).erasure());
        } catch (JsonProcessingException | IllegalArgumentException notUnderstood) {
            LOG.errorf(
                    "An erasure was not understood: partition=%d offset=%d cause=%s",
                    record.partition(), record.offset(), notUnderstood.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
