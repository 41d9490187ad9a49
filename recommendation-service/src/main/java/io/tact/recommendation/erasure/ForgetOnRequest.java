package io.tact.recommendation.erasure;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.ForgetsPersons;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.recommendation.erasure.Memory.Remembered;
import io.tact.recommendation.model.ModelUpdates;
import io.tact.recommendation.relay.RecommendationRelay;
import io.tact.recommendation.served.ServedAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** What a person asked of all services, done here. Of one thread. */
@ApplicationScoped
class ForgetOnRequest implements ForgetsPersons {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Forgotten forgotten;
    private final Memory memory;
    private final ModelUpdates model;
    private final ServedAnswers served;
    private final PublishedAnswers published;
    private final AnswerErasures answers;
    private final RecommendationRelay relay;
    private final InstantSource clock = InstantSource.system();
    private final Map<UUID, Heard> open = new HashMap<>();
    private final Set<UUID> done = new HashSet<>();

    ForgetOnRequest(
            Forgotten forgotten,
            Memory memory,
            ModelUpdates model,
            ServedAnswers served,
            PublishedAnswers published,
            AnswerErasures answers,
            RecommendationRelay relay) {
        this.forgotten = forgotten;
        this.memory = memory;
        this.model = model;
        this.served = served;
        this.published = published;
        this.answers = answers;
        this.relay = relay;
    }

    @Override
    public void forget(List<Erasure> erasures) {
        List<Heard> heard = heard(erasures, memory.forget(erasures));
        if (!heard.isEmpty()) {
            forgetAnswers(heard);
        }
        heard.forEach(
                one -> {
                    open.remove(one.request());
                    done.add(one.request());
                });
    }

    /** Those that are not done; of one that is tried again, what was found the first time. */
    private List<Heard> heard(List<Erasure> erasures, Map<UUID, Remembered> remembered) {
        for (Erasure erasure : erasures) {
            if (!done.contains(erasure.request())) {
                open.computeIfAbsent(
                        erasure.request(),
                        request ->
                                new Heard(
                                        erasure,
                                        clock.instant(),
                                        remembered.getOrDefault(request, Remembered.NOTHING)));
            }
        }
        return erasures.stream()
                .map(erasure -> open.get(erasure.request()))
                .filter(one -> one != null)
                .distinct()
                .toList();
    }

    private void forgetAnswers(List<Heard> heard) {
        if (!isStarting()) {
            heard.forEach(one -> served.forget(one.erasure().identities(), one.at()));
        }
        Set<UUID> answered = answers.answered(heard.stream().map(Heard::request).toList());
        List<Heard> unanswered =
                heard.stream().filter(one -> !answered.contains(one.request())).toList();
        List<Heard> late = isStarting() ? unanswered : heard;
        if (late.isEmpty()) {
            return;
        }
        Set<String> keys = new HashSet<>(answers.onTheirWay(late));
        keys.addAll(published.to(Heard.until(unanswered).keySet()));
        awaitModel();
        answers.answer(late, keys);
        relay.nudge();
    }

    /** Nobody was served by this replica before: consents and the log are read later. */
    private boolean isStarting() {
        return !forgotten.whenRead().toCompletableFuture().isDone();
    }

    /** Until the model that is answered from was made without them. */
    private void awaitModel() {
        long changes = model.changes();
        long began = System.nanoTime();
        while (!model.holds(changes)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("No model was made without them yet");
            }
            LockSupport.parkNanos(this, LOOK_EVERY.toNanos());
        }
    }
}
