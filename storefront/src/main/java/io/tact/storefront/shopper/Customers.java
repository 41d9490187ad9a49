package io.tact.storefront.shopper;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in. A session that has ended, or cannot be renewed because the provider is away,
 * makes a visitor of them and never an error.
 */
@ApplicationScoped
public class Customers {
    private static final Logger LOG = Logger.getLogger(Customers.class);
    private static final String SESSION_COOKIE = "q_session";
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final HttpAuthenticator authenticator;

    Customers(HttpAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    public Uni<Optional<Customer>> of(RoutingContext context) {
        if (!hasSession(context)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return identity(context)
                .map(Customers::customer)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .invoke(ended -> LOG.debugf("No session: cause=%s", ended.getMessage()))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /**
     * Not the identity that Quarkus offers lazily: when that one fails, it has sent the browser to
     * the provider before anybody can say that a visitor will do.
     */
    private Uni<@Nullable SecurityIdentity> identity(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser known
                ? Uni.createFrom().item(known.getSecurityIdentity())
                : authenticator.attemptAuthentication(context);
    }

    private static boolean hasSession(RoutingContext context) {
        return context.request().cookies().stream()
                .map(Cookie::getName)
                .anyMatch(name -> name.startsWith(SESSION_COOKIE));
    }

    private static Optional<Customer> customer(@Nullable SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return Optional.empty();
        }
        AccessTokenCredential access = identity.getCredential(AccessTokenCredential.class);
        if (access == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        return Optional.of(new Customer(token.getSubject(), name(token), access.getToken()));
    }

    private static String name(JsonWebToken token) {
        String given = token.getClaim("given_name");
        return given != null && !given.isBlank() ? given : token.getName();
    }
}
