package io.tact.profile.reading;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.profile.schedule.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The log of reads is kept for a year. */
@ApplicationScoped
class ForgetReads {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final ReadLog log;
    private final ReadingConfig config;
    private @Nullable Recurring recurring;

    ForgetReads(ReadLog log, ReadingConfig config) {
        this.log = log;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        recurring =
                Recurring.start(
                        "forget-reads",
                        EVERY,
                        () -> log.forgetOlderThan(config.keepLog()).replaceWithVoid());
    }

    void stop(@Observes ShutdownEvent event) {
        if (recurring != null) {
            recurring.close();
        }
    }
}
