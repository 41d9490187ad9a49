package io.tact.profile.keeping;

import io.tact.consent.client.Permissions;
import io.tact.consent.client.identity.IdentityKey;
import java.util.Locale;

/** What the subjects of an event allow together, as far as that can be known now. */
public sealed interface Answers {
    record Known(Permissions permissions) implements Answers {}

    /** It depends on something of this identity that is still to come. */
    record Awaited(IdentityKey of, Missing missing) implements Answers {}

    enum Missing {
        /** An answer of its own: its first, or the one that the sender knows of. */
        ANSWER,
        /** To know whether its answer still stands. */
        LEASE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
