package io.tact.profile.computed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.profile.schedule.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Those that answer, in memory: at most a second old. */
@ApplicationScoped
class LiveDefinitions {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final BinaryOperator<LiveDefinition> LATER =
            (one, other) -> one.id() > other.id() ? one : other;

    private final DefinitionStore store;
    private volatile List<LiveDefinition> answering = List.of();
    private @Nullable Recurring recurring;

    LiveDefinitions(DefinitionStore store) {
        this.store = store;
    }

    void start(@Observes StartupEvent event) {
        recurring = Recurring.start("live-definitions", EVERY, this::refresh);
    }

    void stop(@Observes ShutdownEvent event) {
        if (recurring != null) {
            recurring.close();
        }
    }

    List<LiveDefinition> of(Purpose purpose) {
        return answering.stream()
                .filter(live -> live.definition().purpose().equals(purpose))
                .toList();
    }

    List<LiveDefinition> all() {
        return answering;
    }

    Uni<Void> refresh() {
        return store.live().invoke(live -> answering = newestComplete(live)).replaceWithVoid();
    }

    private static List<LiveDefinition> newestComplete(Collection<LiveDefinition> live) {
        return List.copyOf(
                live.stream()
                        .filter(LiveDefinition::isComplete)
                        .collect(
                                Collectors.toMap(one -> one.definition().name(), one -> one, LATER))
                        .values());
    }
}
