package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.web.StoreUnavailable;
import io.tact.frequency.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** With the store gone nobody waits: there is an answer within the configured time. */
@ApplicationScoped
public class StorePatience {
    private static final Logger LOG = Logger.getLogger(StorePatience.class);

    private final Duration timeout;

    StorePatience(FrequencyConfig config) {
        this.timeout = config.storeTimeout();
    }

    /** What the store says, or this if it does not say anything. */
    <T> Uni<T> orElse(Uni<T> answer, Supplier<T> otherwise) {
        return bounded(answer)
                .onFailure(StoreUnavailable::is)
                .recoverWithItem(
                        trouble -> {
                            warn(trouble);
                            return otherwise.get();
                        });
    }

    /** What the store says, or a 503. */
    public <T> Uni<T> orProblem(Uni<T> answer) {
        return bounded(answer)
                .onFailure(StoreUnavailable::is)
                .transform(
                        trouble -> {
                            warn(trouble);
                            return Problems.storeUnavailable();
                        });
    }

    private <T> Uni<T> bounded(Uni<T> answer) {
        return answer.ifNoItem().after(timeout).fail();
    }

    private static void warn(Throwable trouble) {
        LOG.warnf("The store does not answer: cause=%s", trouble.toString());
    }
}
