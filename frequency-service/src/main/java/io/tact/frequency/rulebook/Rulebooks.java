package io.tact.frequency.rulebook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.clock.Recurring;
import io.tact.frequency.registry.RegistryVersion;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rulebook that is in force, as this replica knows it. Looks for news twice a second; a
 * decision that meets a newer registry reads it at once.
 */
@ApplicationScoped
public class Rulebooks {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final RulebookStore store;
    private final RegistryVersion version;
    private final Pool database;
    private volatile @Nullable Rulebook newest;
    private @Nullable Recurring looking;

    Rulebooks(RulebookStore store, RegistryVersion version, Pool database) {
        this.store = store;
        this.version = version;
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        looking = Recurring.every(LOOK_EVERY, "The registry cannot be read for now", this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.stop();
        }
    }

    /**
     * In force, as far as this replica has heard.
     *
     * @param database read on, if it has to be: within a transaction its own connection, so that
     *     nobody who holds one waits for another
     */
    public Uni<Rulebook> current(SqlClient database) {
        Rulebook known = newest;
        return known != null && known.version() >= version.newest()
                ? Uni.createFrom().item(known)
                : reload(database);
    }

    /** Whatever was known last, without asking anybody. */
    public Optional<Rulebook> lastKnown() {
        return Optional.ofNullable(newest);
    }

    /** In force now. */
    public Uni<Rulebook> reload(SqlClient database) {
        return store.read(database)
                .invoke(
                        read -> {
                            newest = read;
                            version.announce(read.version());
                        });
    }

    private Uni<Void> look() {
        return version.read().chain(() -> current(database)).replaceWithVoid();
    }
}
