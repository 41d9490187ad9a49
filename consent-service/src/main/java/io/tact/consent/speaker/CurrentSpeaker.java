package io.tact.consent.speaker;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.Caller.Proven;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.speaker.Speaker.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whom the request that is being answered proves. */
@ApplicationScoped
public class CurrentSpeaker {
    private static final String AUTH_TIME = Claims.auth_time.name();

    private final CurrentCaller current;
    private final CurrentIdentityAssociation identity;
    private final AgeLimit limit;
    private final InstantSource clock = InstantSource.system();

    CurrentSpeaker(
            CurrentCaller current, CurrentIdentityAssociation identity, MinorsConfig minors) {
        this.current = current;
        this.identity = identity;
        this.limit = new AgeLimit(minors.age());
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
                                                .map(key -> account(key, known))));
    }

    private Account account(IdentityKey key, SecurityIdentity known) {
        return new Account(key, loggedInAt(known), isTooYoung(known));
    }

    /** A shop that knows no birthday of a customer says nothing of it. */
    private boolean isTooYoung(SecurityIdentity known) {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return known.getPrincipal() instanceof JsonWebToken token
                && token.<Object>claim(Claims.birthdate.name())
                        .filter(birthdate -> limit.isTooYoung(birthdate.toString(), today))
                        .isPresent();
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
