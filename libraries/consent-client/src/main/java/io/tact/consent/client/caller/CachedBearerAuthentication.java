package io.tact.consent.client.caller;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus' own verification of bearer tokens, remembered for at most a minute. A token under a key
 * that was not seen before means that the issuer's keys have changed, and everything remembered is
 * verified again.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class CachedBearerAuthentication implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";

    private final OidcAuthenticationMechanism oidc;
    private final VerifiedTokens<SecurityIdentity> verified;
    private final Set<String> keysSeen = ConcurrentHashMap.newKeySet();

    CachedBearerAuthentication(OidcAuthenticationMechanism oidc, VisitorConfig config) {
        this.oidc = oidc;
        this.verified = new VerifiedTokens<>(config.cached().toSeconds(), InstantSource.system());
    }

    @Override
    public Uni<@Nullable SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return oidc.authenticate(context, providers);
        }
        String token = header.substring(BEARER.length());
        Optional<SecurityIdentity> known = verified.find(token);
        return known.isPresent()
                ? Uni.createFrom().item(known.get())
                : oidc.authenticate(context, providers)
                        .invoke(identity -> remember(token, identity));
    }

    private void remember(String token, @Nullable SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            return;
        }
        keyOf(token).filter(keysSeen::add).ifPresent(unseen -> verified.clear());
        verified.remember(
                token, withoutRequest(identity), Instant.ofEpochSecond(jwt.getExpirationTime()));
    }

    private static Optional<String> keyOf(String token) {
        try {
            return Optional.ofNullable(
                    JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue());
        } catch (JoseException impossible) {
            return Optional.empty();
        }
    }

    /** A copy that does not hold on to the request in which it was made. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        var copy =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(identity.getPrincipal())
                        .addRoles(identity.getRoles());
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (credential != null) {
            copy.addCredential(credential);
        }
        return copy.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }
}
