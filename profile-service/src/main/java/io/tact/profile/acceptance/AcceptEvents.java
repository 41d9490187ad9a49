package io.tact.profile.acceptance;

import io.smallrye.mutiny.Uni;
import io.tact.profile.linking.GraphKeeper;
import io.tact.profile.log.Batch;
import io.tact.profile.log.Batch.LeftUndecided;
import io.tact.profile.log.Batch.WaitingRow;
import io.tact.profile.log.EventLogStore;
import io.tact.profile.log.EventLogStore.Accepted;
import io.tact.profile.publishing.ProfileRelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Takes in what a request brought. When this ends, all of it is durable. */
@ApplicationScoped
public class AcceptEvents {
    private final SortMessages sorting;
    private final EventLogStore store;
    private final Sealing sealing;
    private final EventCounts counts;
    private final GraphKeeper graph;
    private final ProfileRelay relay;

    AcceptEvents(
            SortMessages sorting,
            EventLogStore store,
            Sealing sealing,
            EventCounts counts,
            GraphKeeper graph,
            ProfileRelay relay) {
        this.sorting = sorting;
        this.store = store;
        this.sealing = sealing;
        this.counts = counts;
        this.graph = graph;
        this.relay = relay;
    }

    public Uni<Void> accept(Delivery delivery) {
        Batch batch = sorting.sort(delivery);
        return write(delivery, batch, waiting(delivery, batch)).replaceWithVoid();
    }

    /** Those that wait for the same are one row. */
    private List<WaitingRow> waiting(Delivery delivery, Batch batch) {
        return batch.undecided().stream()
                .collect(
                        Collectors.groupingBy(
                                LeftUndecided::awaited, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(left -> sealing.seal(delivery, left))
                .toList();
    }

    /**
     * Tries again what had to wait.
     *
     * @return those of its messages that still cannot be judged
     */
    Uni<List<LeftUndecided>> acceptDecided(Delivery delivery) {
        Batch batch = sorting.sort(delivery);
        return write(delivery, batch, List.of()).replaceWith(batch.undecided());
    }

    private Uni<Accepted> write(Delivery delivery, Batch batch, List<WaitingRow> waiting) {
        Uni<Accepted> written =
                batch.isEmpty() && waiting.isEmpty()
                        ? Uni.createFrom().item(new Accepted(0, 0))
                        : store.accept(
                                batch.row(delivery.receivedAt(), delivery.requestId(), waiting));
        return written.invoke(
                accepted -> {
                    counts.count(delivery.source(), batch, accepted.kept());
                    if (accepted.sighted() > 0) {
                        graph.nudge();
                    }
                    relay.nudge();
                });
    }
}
