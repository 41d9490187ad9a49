package io.tact.profile.limit;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.limit.Limits;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.NamedIdentity;
import io.tact.profile.limit.LimitStore.Limited;
import io.tact.profile.publishing.ProfileRelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Limits the use of what is known of the caller, or lifts that. */
@ApplicationScoped
class LimitUse {
    private final LimitStore store;
    private final Limits limits;
    private final ProfileRelay relay;
    private final InstantSource clock = InstantSource.system();

    LimitUse(LimitStore store, Limits limits, ProfileRelay relay) {
        this.store = store;
        this.limits = limits;
        this.relay = relay;
    }

    /**
     * When it returns, this replica obeys, and all others do before their next answer to the
     * caller.
     */
    Uni<List<Limited>> change(Caller caller, Change change, String requestId) {
        return store.change(
                        proven(caller),
                        change,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        requestId)
                .invoke(all -> all.forEach(one -> limits.apply(one.key(), one.limit())))
                .invoke(relay::nudge)
                .chain(() -> store.of(caller.keys()));
    }

    private static List<NamedIdentity> proven(Caller caller) {
        var proven = new ArrayList<NamedIdentity>();
        caller.customer()
                .map(customer -> new NamedIdentity(IdentityType.USER_ID, customer.key()))
                .ifPresent(proven::add);
        caller.visitor()
                .map(
                        visitor ->
                                new NamedIdentity(
                                        IdentityType.ANONYMOUS_ID, visitor.proven().key()))
                .ifPresent(proven::add);
        return proven;
    }
}
