package io.tact.frequency.rulebook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.tact.frequency.registry.RegistryVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rulebook that is in force, as this replica knows it. Looks for news twice a second; a
 * decision that meets a newer registry reads it at once.
 */
@ApplicationScoped
public class Rulebooks {
    private static final Logger LOG = Logger.getLogger(Rulebooks.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final RulebookStore store;
    private final RegistryVersion version;
    private volatile @Nullable Rulebook newest;
    private @Nullable Cancellable looking;

    Rulebooks(RulebookStore store, RegistryVersion version) {
        this.store = store;
        this.version = version;
    }

    void start(@Observes StartupEvent event) {
        looking =
                Multi.createFrom()
                        .ticks()
                        .every(LOOK_EVERY)
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick -> look())
                        .subscribe()
                        .with(done -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.cancel();
        }
    }

    /** In force, as far as this replica has heard. */
    public Uni<Rulebook> current() {
        Rulebook known = newest;
        return known != null && known.version() >= version.newest()
                ? Uni.createFrom().item(known)
                : reload();
    }

    /** Whatever was known last, without asking anybody. */
    public Optional<Rulebook> lastKnown() {
        return Optional.ofNullable(newest);
    }

    /** In force now. */
    public Uni<Rulebook> reload() {
        return store.read()
                .invoke(
                        read -> {
                            newest = read;
                            version.announce(read.version());
                        });
    }

    private Uni<Void> look() {
        return version.read()
                .chain(this::current)
                .onFailure()
                .invoke(
                        trouble ->
                                LOG.debugf(
                                        "The registry cannot be read for now: cause=%s",
                                        trouble.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
