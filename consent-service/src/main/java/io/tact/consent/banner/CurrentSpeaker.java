package io.tact.consent.banner;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.tact.consent.banner.Speaker.Account;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.identity.IdentityKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whom the request that is being answered proves. */
@ApplicationScoped
public class CurrentSpeaker {
    private final CurrentCaller current;
    private final CurrentIdentityAssociation identity;

    CurrentSpeaker(CurrentCaller current, CurrentIdentityAssociation identity) {
        this.current = current;
        this.identity = identity;
    }

    /**
     * @param shown visitors whom the request proves by something else than a token
     */
    public Speaker get(IdentityKey... shown) {
        Caller caller = current.get();
        List<IdentityKey> visitors =
                Stream.concat(
                                Stream.of(shown),
                                caller.visitor().map(visitor -> visitor.proven().key()).stream())
                        .toList();
        Optional<Account> account =
                caller.customer().map(customer -> new Account(customer.key(), loggedInAt()));
        return new Speaker(visitors, account);
    }

    /**
     * Without {@code auth_time} when the token was made, which may be later: then less is theirs.
     */
    private Instant loggedInAt() {
        if (!(identity.getIdentity().getPrincipal() instanceof JsonWebToken token)) {
            return Instant.MAX;
        }
        Object at = token.getClaim(Claims.auth_time.name());
        return Instant.ofEpochSecond(
                at instanceof Number seconds ? seconds.longValue() : token.getIssuedAtTime());
    }
}
