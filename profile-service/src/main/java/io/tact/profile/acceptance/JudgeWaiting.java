package io.tact.profile.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.profile.acceptance.WaitingStore.Waiting;
import io.tact.profile.schedule.Recurring;
import io.tact.profile.source.Source;
import io.tact.profile.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Judges what had to wait as soon as that can be done, and deletes what has waited too long. */
@ApplicationScoped
class JudgeWaiting {
    private static final Logger LOG = Logger.getLogger(JudgeWaiting.class);

    private final WaitingStore store;
    private final WaitingConfig config;
    private final Sealing sealing;
    private final Sources sources;
    private final AcceptEvents events;
    private final Counter forgotten;

    /** Where the next page begins; only one turn runs at a time. */
    private volatile long position;

    private @Nullable Recurring recurring;

    JudgeWaiting(
            WaitingStore store,
            WaitingConfig config,
            Sealing sealing,
            Sources sources,
            AcceptEvents events,
            MeterRegistry metrics) {
        this.store = store;
        this.config = config;
        this.sealing = sealing;
        this.sources = sources;
        this.events = events;
        this.forgotten = metrics.counter("profile.events.forgotten");
    }

    void start(@Observes StartupEvent event) {
        recurring = Recurring.start("judge-waiting", config.every(), this::judge);
    }

    void stop(@Observes ShutdownEvent event) {
        if (recurring != null) {
            recurring.close();
        }
    }

    Uni<Void> judge() {
        return store.forgetBefore(Instant.now().minus(config.patience()))
                .invoke(deleted -> forgotten.increment(deleted))
                .chain(this::judgeNext);
    }

    /**
     * Goes on as long as there is progress. Where there is none it goes on behind it in the next
     * turn, so that neither an outage costs much nor one event holds up all others.
     */
    private Uni<Void> judgeNext() {
        return store.after(position)
                .invoke(page -> position = page.isEmpty() ? 0 : page.get(page.size() - 1).id())
                .chain(this::judgeAll)
                .chain(done -> done > 0 ? judgeNext() : Uni.createFrom().voidItem());
    }

    /** How many were done with. */
    private Uni<Integer> judgeAll(List<Waiting> page) {
        return Multi.createFrom()
                .iterable(page)
                .onItem()
                .transformToUniAndConcatenate(this::judge)
                .collect()
                .with(Collectors.summingInt(done -> done ? 1 : 0));
    }

    private Uni<Boolean> judge(Waiting waiting) {
        Optional<Delivery> delivery = open(waiting);
        return delivery.isEmpty()
                ? store.remove(waiting.id()).replaceWith(true)
                : events.acceptDecided(delivery.get())
                        .chain(rest -> keepWaiting(waiting, delivery.get(), rest));
    }

    private Uni<Boolean> keepWaiting(Waiting waiting, Delivery delivery, List<JsonNode> rest) {
        if (rest.isEmpty()) {
            return store.remove(waiting.id()).replaceWith(true);
        }
        return rest.size() == delivery.bodies().size()
                ? Uni.createFrom().item(false)
                : store.replace(waiting.id(), sealing.seal(delivery.of(rest)).sealed())
                        .replaceWith(true);
    }

    /** Empty for what nobody can open any more: its source or the secret has changed. */
    private Optional<Delivery> open(Waiting waiting) {
        Optional<Source> source = sources.named(waiting.source());
        try {
            return source.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            sealing.open(waiting.sealed(), source.get(), waiting.receivedAt()));
        } catch (GeneralSecurityException | IOException | RuntimeException unreadable) {
            LOG.warnf("A waiting event cannot be opened and is deleted: id=%d", waiting.id());
            return Optional.empty();
        }
    }
}
