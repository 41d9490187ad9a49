package io.tact.profile.linking;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.profile.publishing.ProfileRelay;
import io.tact.profile.schedule.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Keeps the graph up with events and with consent. */
@ApplicationScoped
public class GraphKeeper {
    private final TakeSightings sightings;
    private final RejudgeEdges edges;
    private final LinkingConfig config;
    private final ProfileRelay relay;
    private @Nullable Recurring taking;
    private @Nullable Recurring rejudging;

    GraphKeeper(
            TakeSightings sightings, RejudgeEdges edges, LinkingConfig config, ProfileRelay relay) {
        this.sightings = sightings;
        this.edges = edges;
        this.config = config;
        this.relay = relay;
    }

    void start(@Observes StartupEvent event) {
        taking =
                Recurring.start(
                        "take-sightings", config.every(), () -> announced(sightings.take()));
        rejudging =
                Recurring.start(
                        "rejudge-edges", config.rejudgeEvery(), () -> announced(edges.rejudge()));
    }

    void stop(@Observes ShutdownEvent event) {
        if (taking != null) {
            taking.close();
        }
        if (rejudging != null) {
            rejudging.close();
        }
    }

    /** There is news about edges. */
    public void nudge() {
        if (taking != null) {
            taking.nudge();
        }
    }

    private Uni<Void> announced(Uni<Void> work) {
        return work.invoke(relay::nudge);
    }
}
