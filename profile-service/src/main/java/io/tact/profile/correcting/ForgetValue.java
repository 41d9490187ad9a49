package io.tact.profile.correcting;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.profile.linking.FindMine;
import io.tact.profile.publishing.ProfileRelay;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes all that was said of the caller under a name, by whomever. */
@ApplicationScoped
class ForgetValue {
    /** No name has it: the database takes no text with it. */
    private static final char NO_TEXT = 0;

    private final FindMine mine;
    private final ValueStore store;
    private final ProfileRelay relay;

    ForgetValue(FindMine mine, ValueStore store, ProfileRelay relay) {
        this.mine = mine;
        this.store = store;
        this.relay = relay;
    }

    Uni<Void> forget(Caller caller, String name, String requestId) {
        if (name.indexOf(NO_TEXT) >= 0) {
            return Uni.createFrom().voidItem();
        }
        return mine.of(caller)
                .chain(keys -> store.forget(keys, name, requestId))
                .invoke(relay::nudge);
    }
}
