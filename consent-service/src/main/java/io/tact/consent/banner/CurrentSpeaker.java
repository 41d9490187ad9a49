package io.tact.consent.banner;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tact.consent.banner.Speaker.Account;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.Caller.Proven;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.identity.IdentityKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whom the request that is being answered proves. */
@ApplicationScoped
public class CurrentSpeaker {
    private static final String AUTH_TIME = Claims.auth_time.name();

    private final CurrentCaller current;
    private final CurrentIdentityAssociation identity;

    CurrentSpeaker(CurrentCaller current, CurrentIdentityAssociation identity) {
        this.current = current;
        this.identity = identity;
    }

    public Uni<Speaker> get() {
        Caller caller = current.get();
        List<IdentityKey> visitors =
                caller.visitor().map(visitor -> visitor.proven().key()).stream().toList();
        return identity.getDeferredIdentity()
                .map(
                        known ->
                                new Speaker(
                                        visitors,
                                        caller.customer()
                                                .map(Proven::key)
                                                .map(key -> new Account(key, loggedInAt(known)))));
    }

    /** Without {@code auth_time} when the token was made, which is later: then less is theirs. */
    private static Instant loggedInAt(SecurityIdentity known) {
        if (!(known.getPrincipal() instanceof JsonWebToken token)) {
            return Instant.MAX;
        }
        // a time that is missing reads as 0
        long loggedIn = token.<Long>getClaim(AUTH_TIME);
        return Instant.ofEpochSecond(loggedIn > 0 ? loggedIn : token.getIssuedAtTime());
    }
}
