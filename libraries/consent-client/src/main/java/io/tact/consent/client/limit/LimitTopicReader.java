package io.tact.consent.client.limit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.ConsentConfig;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.topic.WholeTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the whole of {@code privacy.limit.v1} from its beginning, after all erasures. When the
 * broker is away, the lease of consent lapses and refuses.
 */
@ApplicationScoped
class LimitTopicReader {
    private static final String TOPIC = "privacy.limit.v1";

    private final Forgotten forgotten;
    private final ConsentConfig config;
    private final WholeTopic topic;

    LimitTopicReader(
            Limits limits,
            Forgotten forgotten,
            ConsentConfig config,
            ObjectMapper json,
            @ConfigProperty(name = "tact.topic-prefix", defaultValue = "") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        var meaning = new LimitTopic(limits, forgotten, json);
        this.forgotten = forgotten;
        this.config = config;
        this.topic =
                new WholeTopic(
                        bootstrapServers,
                        prefix.orElse("") + TOPIC,
                        records -> records.forEach(meaning::read),
                        limits::complete);
    }

    void start(@Observes StartupEvent event) {
        if (config.replica()) {
            forgotten.whenRead().thenRun(topic::start);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        topic.close();
    }

    /** Complete, or so long without a broker that refusing is better. */
    boolean isReady() {
        return !config.replica() || topic.isCaughtUpOrOverdue();
    }
}
