package io.tact.consent.consents;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.Change;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.consents.Recording.Damaged;
import io.tact.consent.consents.Recording.Recorded;
import io.tact.consent.speaker.Speaker.Part;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what happened, for all identities of a request or for none. It counts from the commit on;
 * Kafka is not waited for.
 */
@ApplicationScoped
public class RecordConsent {
    private final Pool database;
    private final GroupCommit commits;
    private final KeepChanges keepChanges;
    private final OnceStore repeats;
    private final ConsentStateRelay relay;
    private final AnswerMetrics metrics;
    private final CurrentValidity validity;
    private final InstantSource clock = InstantSource.system();

    RecordConsent(
            Pool database,
            GroupCommit commits,
            KeepChanges keepChanges,
            OnceStore repeats,
            ConsentStateRelay relay,
            AnswerMetrics metrics,
            CurrentValidity validity) {
        this.database = database;
        this.commits = commits;
        this.keepChanges = keepChanges;
        this.repeats = repeats;
        this.relay = relay;
        this.metrics = metrics;
        this.validity = validity;
    }

    /**
     * @param keys all that the request proves, or whom else it happened to; at least one
     * @param requestId goes along to the topic
     */
    public Uni<Recording> record(
            List<IdentityKey> keys, Change change, Optional<Once> once, String requestId) {
        var unrecorded = new Unrecorded(keys, change, requestId);
        return once.map(name -> recordOnce(unrecorded, name))
                .orElseGet(() -> commits.commit(unrecorded).invoke(kept -> count(kept, change)))
                .map(this::counting);
    }

    /** What each of them said, one after the other. */
    public Uni<List<Recording>> record(List<Part> parts, Optional<Once> once, String requestId) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(
                        part -> record(part.keys(), part.said(), once, requestId))
                .collect()
                .asList();
    }

    private Uni<Recording> recordOnce(Unrecorded unrecorded, Once once) {
        return database.withTransaction(connection -> keepOnce(connection, unrecorded, once))
                .onFailure(OnceStore.Overtaken.class)
                .retry()
                .atMost(1)
                .onFailure(DamagedState.class)
                .recoverWithItem(new Damaged())
                .invoke(relay::nudge);
    }

    private Uni<Recording> keepOnce(SqlConnection connection, Unrecorded unrecorded, Once once) {
        return repeats.first(connection, unrecorded.keys(), once)
                .onItem()
                .ifNull()
                .switchTo(
                        () ->
                                keepChanges
                                        .keep(connection, List.of(unrecorded))
                                        .<Recording>map(kept -> new Recorded(kept.get(0)))
                                        .invoke(kept -> count(kept, unrecorded.change()))
                                        .call(
                                                kept ->
                                                        repeats.save(
                                                                connection,
                                                                unrecorded.keys(),
                                                                once,
                                                                kept)));
    }

    private Recording counting(Recording kept) {
        return kept instanceof Recorded recorded
                ? new Recorded(recorded.consent().counting(validity.get(), clock.instant()))
                : kept;
    }

    private void count(Recording kept, Change change) {
        if (kept instanceof Recorded recorded) {
            metrics.count(change, recorded.consent());
        }
    }
}
