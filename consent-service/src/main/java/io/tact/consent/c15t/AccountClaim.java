package io.tact.consent.c15t;

import io.tact.consent.client.caller.Caller;
import org.jspecify.annotations.Nullable;

/** A banner says to which account it belongs. */
record AccountClaim(@Nullable String externalId) {

    /** Only the account's own token proves it; a claim of another's account is just a claim. */
    boolean isProvenBy(Caller caller) {
        return caller.customer()
                .filter(customer -> customer.identity().value().equals(externalId))
                .isPresent();
    }
}
