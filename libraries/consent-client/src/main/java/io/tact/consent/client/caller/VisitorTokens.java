package io.tact.consent.client.caller;

import io.tact.consent.client.caller.Caller.Proven;
import io.tact.consent.client.caller.Caller.Visitor;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Verifies visitor tokens: RS256 and nothing else, issued by consent-service, for Tact, not
 * expired.
 */
@ApplicationScoped
public class VisitorTokens {
    private static final int LONGEST = 4_096;

    private final VisitorKeys keys;
    private final IdentityKeys identityKeys;
    private final VerifiedTokens<Visitor> verified;
    private final JwtConsumer consumer;

    VisitorTokens(VisitorConfig config, VisitorKeys keys, IdentityKeys identityKeys) {
        this.keys = keys;
        this.identityKeys = identityKeys;
        this.verified = new VerifiedTokens<>(config.cached().toSeconds(), InstantSource.system());
        this.consumer =
                new JwtConsumerBuilder()
                        .setJwsAlgorithmConstraints(
                                new AlgorithmConstraints(
                                        ConstraintType.PERMIT,
                                        AlgorithmIdentifiers.RSA_USING_SHA256))
                        .setExpectedIssuer(config.issuer())
                        .setExpectedAudience(config.audience())
                        .setRequireExpirationTime()
                        .setRequireSubject()
                        .setAllowedClockSkewInSeconds(0)
                        .setVerificationKeyResolver(keys)
                        .build();
        keys.whenChanged(verified::clear);
    }

    /** The visitor; empty for a token that proves nothing. */
    public Optional<Visitor> verify(String token) {
        keys.refresh();
        return verified.find(token).or(() -> verifyAnew(token));
    }

    private Optional<Visitor> verifyAnew(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JwtClaims claims = consumer.processToClaims(token);
            Identity identity = Identity.visitor(claims.getSubject());
            String session = claims.getStringClaimValue("sid");
            if (session == null || session.isBlank()) {
                return Optional.empty();
            }
            var visitor = new Visitor(new Proven(identity, identityKeys.of(identity)), session);
            verified.remember(
                    token,
                    visitor,
                    Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
            return Optional.of(visitor);
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException untrue) {
            return Optional.empty();
        }
    }
}
