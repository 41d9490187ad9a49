package io.tact.profile.reading;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.profile.schedule.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The logs of reads and of look-ups are kept for a year. */
@ApplicationScoped
class ForgetReads {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final ReadLog reads;
    private final LookupLog lookups;
    private final ReadingConfig config;
    private @Nullable Recurring recurring;

    ForgetReads(ReadLog reads, LookupLog lookups, ReadingConfig config) {
        this.reads = reads;
        this.lookups = lookups;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        recurring = Recurring.start("forget-reads", EVERY, this::forget);
    }

    private Uni<Void> forget() {
        return reads.forgetOlderThan(config.keepLog())
                .chain(() -> lookups.forgetOlderThan(config.keepLog()))
                .replaceWithVoid();
    }

    void stop(@Observes ShutdownEvent event) {
        if (recurring != null) {
            recurring.close();
        }
    }
}
