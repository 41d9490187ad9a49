package io.tact.profile.acceptance;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.acceptance.WaitingStore.Place;
import io.tact.profile.acceptance.WaitingStore.Waiting;
import io.tact.profile.keeping.Answers.Missing;
import io.tact.profile.log.Batch.LeftUndecided;
import io.tact.profile.schedule.Recurring;
import io.tact.profile.source.Source;
import io.tact.profile.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Judges what had to wait as soon as that can be done, and deletes what has waited too long. */
@ApplicationScoped
class JudgeWaiting {
    private static final Logger LOG = Logger.getLogger(JudgeWaiting.class);

    private final WaitingStore store;
    private final WaitingConfig config;
    private final ConsentReplica replica;
    private final HeardAnswers heard = new HeardAnswers();
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
            ConsentReplica replica,
            Sealing sealing,
            Sources sources,
            AcceptEvents events,
            MeterRegistry metrics) {
        this.store = store;
        this.config = config;
        this.replica = replica;
        this.sealing = sealing;
        this.sources = sources;
        this.events = events;
        this.forgotten = metrics.counter("profile.events.forgotten");
    }

    void start(@Observes StartupEvent event) {
        replica.onAnswer(heard::add);
        recurring = Recurring.start("judge-waiting", config.every(), this::judge);
    }

    void stop(@Observes ShutdownEvent event) {
        if (recurring != null) {
            recurring.close();
        }
    }

    /**
     * First what may just have become possible, so that nothing is forgotten that could be kept.
     */
    Uni<Void> judge() {
        return judgeHeard().chain(this::judgeNext).chain(this::forget);
    }

    private Uni<Void> judgeHeard() {
        Set<IdentityKey> keys = heard.take();
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.awaiting(keys).chain(this::judgeAll).replaceWithVoid();
    }

    /**
     * Goes on as long as there is progress. Where there is none it goes on behind it in the next
     * turn, so that neither an outage costs much nor one event holds up all others.
     */
    private Uni<Void> judgeNext() {
        return store.after(position)
                .invoke(page -> position = page.size() < WaitingStore.PAGE ? 0 : last(page))
                .map(this::judgeable)
                .chain(this::judgeAll)
                .chain(done -> done > 0 ? judgeNext() : Uni.createFrom().voidItem());
    }

    private static long last(List<Place> page) {
        return page.get(page.size() - 1).id();
    }

    private List<Long> judgeable(List<Place> page) {
        return page.stream().filter(this::isJudgeable).map(Place::id).toList();
    }

    private boolean isJudgeable(Place place) {
        return place.awaited()
                .map(
                        awaited ->
                                replica.hasLease(awaited.of())
                                        && (awaited.missing() == Missing.LEASE
                                                || replica.version(awaited.of()) > 0))
                .orElse(true);
    }

    private Uni<Void> forget() {
        return store.forgetOlderThan(config.patienceInOutage())
                .invoke(deleted -> forgotten.increment(deleted))
                .chain(
                        () ->
                                replica.hasAllLeases()
                                        ? store.forgetUnanswered(config.patience())
                                        : Uni.createFrom().item(0))
                .invoke(deleted -> forgotten.increment(deleted))
                .replaceWithVoid();
    }

    /** One after the other, since one may be large. How many were done with. */
    private Uni<Integer> judgeAll(List<Long> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(
                        id ->
                                store.whole(id)
                                        .chain(
                                                found ->
                                                        found.map(this::judge)
                                                                .orElse(
                                                                        Uni.createFrom()
                                                                                .item(false))))
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

    /** What is left for several reasons waits for the first of them. */
    private Uni<Boolean> keepWaiting(Waiting waiting, Delivery delivery, List<LeftUndecided> rest) {
        if (rest.isEmpty()) {
            return store.remove(waiting.id()).replaceWith(true);
        }
        boolean isProgress = rest.size() < delivery.bodies().size();
        return store.replace(waiting.id(), sealing.seal(delivery, rest)).replaceWith(isProgress);
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
