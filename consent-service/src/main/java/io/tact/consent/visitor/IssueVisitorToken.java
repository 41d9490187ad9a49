package io.tact.consent.visitor;

import io.quarkus.runtime.Startup;
import io.tact.consent.UnsafeSetting;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.VisitorConfig;
import io.tact.consent.client.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Gives whoever shows a subject id a token for its visitor. Made at start-up, so that a service
 * whose tokens would be weak or believed by nobody does not start.
 */
@Startup
@ApplicationScoped
public class IssueVisitorToken {
    private static final Duration LONGEST = Duration.ofHours(24);

    private final SigningKey key;
    private final VisitorConfig readers;
    private final Duration lifetime;

    IssueVisitorToken(VisitorTokenConfig config, VisitorConfig readers) {
        this.readers = readers;
        this.lifetime = config.lifetime();
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(LONGEST) > 0) {
            throw UnsafeSetting.of(
                    "tact.visitor-token.lifetime", lifetime + " is not above 0 and at most 24 h");
        }
        this.key =
                SigningKey.load(
                        required(config.privateKey(), "TACT_VISITOR_PRIVATE_KEY"),
                        required(config.keyId(), "TACT_VISITOR_KEY_ID"),
                        PublicKeys.load(readers.keys()));
    }

    /**
     * @param current who the request proves to be already; the same visitor stays in the same
     *     session
     */
    public VisitorToken issue(SubjectId subject, Optional<Caller.Visitor> current) {
        Identity visitor = subject.visitor();
        String session =
                current.filter(known -> known.proven().identity().equals(visitor))
                        .map(Caller.Visitor::session)
                        .orElseGet(() -> UUID.randomUUID().toString());
        Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(lifetime);
        return new VisitorToken(
                visitor, signed(claims(visitor, session, now, expiresAt)), expiresAt);
    }

    private JwtClaims claims(Identity visitor, String session, Instant now, Instant expiresAt) {
        var claims = new JwtClaims();
        claims.setIssuer(readers.issuer());
        claims.setAudience(readers.audience());
        claims.setSubject(visitor.value());
        claims.setStringClaim("sid", session);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        return claims;
    }

    private String signed(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.id());
        signature.setHeader("typ", "JWT");
        signature.setKey(key.privateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("The key was tried at start-up", impossible);
        }
    }

    private static <T> T required(Optional<T> setting, String name) {
        return setting.orElseThrow(() -> UnsafeSetting.of(name, "it is not set"));
    }
}
