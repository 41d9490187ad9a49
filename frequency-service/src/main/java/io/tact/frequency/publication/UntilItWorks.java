package io.tact.frequency.publication;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What was read from a topic is applied, however long the database is away. Only what no database
 * could ever store is not tried again: it would hold up everything behind it.
 */
public final class UntilItWorks {
    private static final Logger LOG = Logger.getLogger(UntilItWorks.class);
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private UntilItWorks() {}

    /** Fails for a record that can never be stored, and for nothing else. */
    public static Uni<Void> retry(Supplier<Uni<Void>> applying) {
        return Uni.createFrom()
                .deferred(() -> applying.get())
                .onFailure(UntilItWorks::mayWork)
                .invoke(trouble -> LOG.warnf("A record waits: cause=%s", trouble.getMessage()))
                .onFailure(UntilItWorks::mayWork)
                .retry()
                .withBackOff(FIRST, LONGEST)
                .indefinitely();
    }

    /** SQL state 22: the value itself, such as a NUL in a text. */
    private static boolean mayWork(Throwable trouble) {
        return !(trouble instanceof PgException refused
                && refused.getSqlState() != null
                && refused.getSqlState().startsWith("22"));
    }
}
