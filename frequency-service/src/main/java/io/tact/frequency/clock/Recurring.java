package io.tact.frequency.clock;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does something again and again, never twice at once, until it is stopped. What fails waits for
 * the next time.
 */
public final class Recurring {
    private static final Logger LOG = Logger.getLogger(Recurring.class);

    private final Cancellable ticking;

    private Recurring(Cancellable ticking) {
        this.ticking = ticking;
    }

    /**
     * @param what is said to have failed
     */
    public static Recurring every(Duration period, String what, Supplier<Uni<Void>> doing) {
        return new Recurring(
                Multi.createFrom()
                        .ticks()
                        .every(period)
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick -> once(what, doing))
                        .subscribe()
                        .with(done -> {}));
    }

    public void stop() {
        ticking.cancel();
    }

    private static Uni<Void> once(String what, Supplier<Uni<Void>> doing) {
        return Uni.createFrom()
                .deferred(() -> doing.get())
                .onFailure()
                .invoke(trouble -> LOG.debugf("%s: cause=%s", what, trouble.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
