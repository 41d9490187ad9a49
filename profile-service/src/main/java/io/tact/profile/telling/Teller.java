package io.tact.profile.telling;

import io.tact.consent.client.caller.Caller;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.NamedIdentity;

/**
 * Who says something about themselves: the customer where there is one, else the visitor.
 *
 * @param source of what they tell
 */
public record Teller(NamedIdentity identity, String source) {
    public static Teller of(Caller caller) {
        return caller.customer()
                .map(
                        customer ->
                                new Teller(
                                        new NamedIdentity(IdentityType.USER_ID, customer.key()),
                                        "customer"))
                .orElseGet(
                        () ->
                                new Teller(
                                        new NamedIdentity(
                                                IdentityType.ANONYMOUS_ID,
                                                caller.visitor().orElseThrow().proven().key()),
                                        "visitor"));
    }
}
