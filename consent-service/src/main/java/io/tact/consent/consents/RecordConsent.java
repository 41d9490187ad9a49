package io.tact.consent.consents;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.Statement;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.consents.Recording.Damaged;
import io.tact.consent.consents.Recording.Recorded;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what was said, for all identities of a request or for none. It counts from the commit on;
 * Kafka is not waited for.
 */
@ApplicationScoped
public class RecordConsent {
    private final Pool database;
    private final ConsentStore states;
    private final OnceStore repeats;
    private final ConsentStateRelay relay;
    private final AnswerMetrics metrics;

    RecordConsent(
            Pool database,
            ConsentStore states,
            OnceStore repeats,
            ConsentStateRelay relay,
            AnswerMetrics metrics) {
        this.database = database;
        this.states = states;
        this.repeats = repeats;
        this.relay = relay;
        this.metrics = metrics;
    }

    /**
     * @param keys all that the request proves, at least one
     * @param requestId goes along to the topic
     */
    public Uni<Recording> record(
            List<IdentityKey> keys, Statement said, Optional<Once> once, String requestId) {
        return database.withTransaction(
                        connection ->
                                once.isPresent()
                                        ? keepOnce(connection, keys, said, once.get(), requestId)
                                        : keep(connection, keys, said, requestId))
                .onFailure(OnceStore.Overtaken.class)
                .retry()
                .atMost(1)
                .onFailure(DamagedState.class)
                .recoverWithItem(new Damaged())
                .invoke(relay::nudge);
    }

    private Uni<Recording> keepOnce(
            SqlConnection connection,
            List<IdentityKey> keys,
            Statement said,
            Once once,
            String requestId) {
        return repeats.first(connection, keys, once)
                .onItem()
                .ifNull()
                .switchTo(
                        () ->
                                keep(connection, keys, said, requestId)
                                        .call(kept -> repeats.save(connection, keys, once, kept)));
    }

    private Uni<Recording> keep(
            SqlConnection connection, List<IdentityKey> keys, Statement said, String requestId) {
        return states.claim(connection, keys)
                .map(claimed -> claimed.stream().map(state -> state.with(said)).toList())
                .call(next -> states.append(connection, next, said, requestId))
                .invoke(next -> metrics.count(said))
                .map(next -> next.stream().map(ClaimedState::next).toList())
                .map(next -> new Recorded(Consent.of(next)));
    }
}
