package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.Refusal;
import io.tact.consent.client.caller.Caller;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.NamedIdentity;
import io.tact.profile.identity.Neighbourhood;
import io.tact.profile.identity.Pair;
import io.tact.profile.identity.Rule;
import io.tact.profile.limit.CurrentLimits;
import io.tact.profile.linking.LinkOutcome.Linked;
import io.tact.profile.linking.LinkOutcome.NotAllowed;
import io.tact.profile.linking.LinkOutcome.OtherDevice;
import io.tact.profile.linking.LinkOutcome.SharedDevice;
import io.tact.profile.publishing.ProfileRelay;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Confirms that the browser of a visitor is in the hand of a customer, who proved both. */
@ApplicationScoped
class LinkIdentities {
    private final Pool pool;
    private final CurrentLimits limits;
    private final ResolvePersons persons;
    private final ProfileRelay relay;

    LinkIdentities(Pool pool, CurrentLimits limits, ResolvePersons persons, ProfileRelay relay) {
        this.pool = pool;
        this.limits = limits;
        this.persons = persons;
        this.relay = relay;
    }

    /**
     * @param caller proves a customer and a visitor
     */
    Uni<LinkOutcome> link(Caller caller, String requestId) {
        NamedIdentity customer =
                new NamedIdentity(IdentityType.USER_ID, caller.customer().orElseThrow().key());
        NamedIdentity visitor =
                new NamedIdentity(
                        IdentityType.ANONYMOUS_ID, caller.visitor().orElseThrow().proven().key());
        Pair pair = Pair.of(customer, visitor);
        return limits.permissions(caller)
                .chain(
                        permissions ->
                                pool.withTransaction(
                                                connection -> confirm(connection, pair, requestId))
                                        .map(now -> outcome(now, pair, permissions)))
                .invoke(linked -> relay.nudge());
    }

    private Uni<Neighbourhood> confirm(SqlConnection connection, Pair pair, String requestId) {
        var confirmed =
                new Sighting(
                        pair,
                        Rule.BOTH_CREDENTIALS,
                        null,
                        null,
                        OffsetDateTime.now(ZoneOffset.UTC),
                        requestId,
                        null,
                        false);
        return GraphWrites.lock(connection)
                .chain(() -> know(connection, pair, requestId))
                .chain(() -> GraphWrites.note(connection, List.of(confirmed)))
                .chain(() -> persons.around(connection, List.of(pair), requestId));
    }

    private static Uni<Void> know(SqlConnection connection, Pair pair, String requestId) {
        return connection
                .preparedQuery("select know_identities($1::text::jsonb, $2)")
                .execute(Tuple.of(named(pair).encode(), requestId))
                .replaceWithVoid();
    }

    private static JsonArray named(Pair pair) {
        var named = new JsonArray();
        for (NamedIdentity identity : List.of(pair.left(), pair.right())) {
            named.add(
                    new JsonObject()
                            .put("key", identity.key().value())
                            .put("type", identity.type().wire()));
        }
        return named;
    }

    private static boolean isActive(Neighbourhood now, Pair pair) {
        return now.edges().stream().anyMatch(edge -> edge.isActive() && edge.pair().equals(pair));
    }

    /** What the request shows counts for its answer, even where the graph does not know it yet. */
    private static LinkOutcome outcome(Neighbourhood now, Pair pair, Permissions permissions) {
        var refusal = permissions.refusal(Purpose.IDENTITY_LINK);
        if (refusal.isPresent()) {
            return new NotAllowed(refusal.get());
        }
        var people = now.persons();
        String left = people.get(pair.left().key());
        String right = people.get(pair.right().key());
        if (left != null && left.equals(right)) {
            return new Linked();
        }
        boolean isShared =
                now.shared().contains(pair.left().key())
                        || now.shared().contains(pair.right().key());
        if (isShared) {
            return new SharedDevice();
        }
        return isActive(now, pair) ? new OtherDevice() : new NotAllowed(Refusal.NOT_GRANTED);
    }
}
