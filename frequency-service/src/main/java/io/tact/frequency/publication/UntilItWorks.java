package io.tact.frequency.publication;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What was read from a topic is applied, however long the database is away. */
public final class UntilItWorks {
    private static final Logger LOG = Logger.getLogger(UntilItWorks.class);
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private UntilItWorks() {}

    public static Uni<Void> retry(Supplier<Uni<Void>> applying) {
        return Uni.createFrom()
                .deferred(() -> applying.get())
                .onFailure()
                .invoke(
                        trouble ->
                                LOG.warnf(
                                        "A record waits for the store: cause=%s",
                                        trouble.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST, LONGEST)
                .indefinitely();
    }
}
