package io.tact.consent.client.caller;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.caller.Caller.Proven;
import io.tact.consent.client.caller.Caller.Visitor;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.web.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who is asking, before any resource runs. A credential that proves nothing is an error,
 * never a stranger.
 */
@Singleton
class CallerFilter {
    static final String VISITOR_HEADER = "Tact-Visitor";

    private final CurrentIdentityAssociation identity;
    private final VisitorTokens visitors;
    private final IdentityKeys keys;
    private final CurrentCaller current;

    CallerFilter(
            CurrentIdentityAssociation identity,
            VisitorTokens visitors,
            IdentityKeys keys,
            CurrentCaller current) {
        this.identity = identity;
        this.visitors = visitors;
        this.keys = keys;
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Uni<Void> findCaller(ContainerRequestContext request) {
        Optional<Visitor> visitor = visitor(request);
        List<ConsentSeq> shown = shown(request);
        boolean signal = "1".equals(request.getHeaderString("Sec-GPC"));
        return identity.getDeferredIdentity()
                .invoke(
                        known ->
                                current.set(
                                        new Caller(customer(known), visitor, shown, signal),
                                        client(known)))
                .replaceWithVoid();
    }

    private Optional<Proven> customer(SecurityIdentity known) {
        if (known.isAnonymous()) {
            return Optional.empty();
        }
        Identity customer = Identity.customer(known.getPrincipal().getName());
        return Optional.of(new Proven(customer, keys.of(customer)));
    }

    private static @Nullable String client(SecurityIdentity known) {
        if (!(known.getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        Object stated = token.getClaim("azp");
        Object client = stated == null ? token.getClaim("client_id") : stated;
        return client == null ? null : client.toString();
    }

    private Optional<Visitor> visitor(ContainerRequestContext request) {
        String token = request.getHeaderString(VISITOR_HEADER);
        if (token == null) {
            return Optional.empty();
        }
        Optional<Visitor> visitor = visitors.verify(token);
        if (visitor.isEmpty()) {
            throw Problems.builder(
                            401,
                            "visitor-token-invalid",
                            "The visitor token proves nothing",
                            "Tact-Visitor is expired, foreign or damaged: ask consent-service for a new one.")
                    .withHeader("WWW-Authenticate", "Tact-Visitor")
                    .build();
        }
        return visitor;
    }

    private static List<ConsentSeq> shown(ContainerRequestContext request) {
        List<String> headers = request.getHeaders().get(ConsentSeq.HEADER);
        if (headers == null) {
            return List.of();
        }
        try {
            return ConsentSeq.parse(headers);
        } catch (IllegalArgumentException malformed) {
            throw Problems.of(
                    400,
                    "consent-seq-malformed",
                    "Consent-Seq cannot be read",
                    "Send it as consent-service gave it: <identity-key>=<version>, separated by commas.");
        }
    }
}
