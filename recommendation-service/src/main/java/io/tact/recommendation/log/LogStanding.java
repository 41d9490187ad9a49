package io.tact.recommendation.log;

import io.tact.recommendation.model.ModelConfig;
import io.tact.recommendation.model.ModelUpdates;
import jakarta.enterprise.context.ApplicationScoped;

/** How far the log was read, and whether that is far enough to answer. */
@ApplicationScoped
class LogStanding {
    private static final long UNREAD = Long.MAX_VALUE;

    private final ModelUpdates model;
    private final long patienceNanos;
    private final long startedNanos = System.nanoTime();
    private volatile boolean following;
    private volatile long history = UNREAD;

    LogStanding(ModelUpdates model, ModelConfig config) {
        this.model = model;
        this.patienceNanos = config.readyWithoutBroker().toNanos();
    }

    void following(boolean allTopics) {
        following = allTopics;
    }

    void lost() {
        following = false;
    }

    /** Everything that there was at the start is in memory. */
    void caughtUp() {
        history = model.changes();
    }

    boolean isCaughtUp() {
        return history != UNREAD;
    }

    /** It is in the model, too. */
    boolean isComplete() {
        return model.holds(history);
    }

    /**
     * Complete; or there is no broker to read from: then the pod answers what it can, without
     * persons.
     */
    boolean isReady() {
        return isComplete() || (!following && System.nanoTime() - startedNanos > patienceNanos);
    }
}
