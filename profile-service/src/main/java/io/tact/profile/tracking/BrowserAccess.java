package io.tact.profile.tracking;

import io.tact.profile.event.EventType;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets scripts of any origin send events and read how, and nothing else: they carry a key that they
 * were given, never a cookie.
 */
@Singleton
class BrowserAccess {
    private static final String CALLS =
            Arrays.stream(EventType.values()).map(EventType::wire).collect(Collectors.joining("|"));
    private static final Pattern PATHS =
            Pattern.compile(
                    "(/v1/("
                            + CALLS
                            + "|batch|import|[itpsgab]|projects/[^/]+/settings)|/api/s/.+|/beacon/v1/batch|/sourceConfig)/?");

    @ServerRequestFilter(preMatching = true)
    @org.jspecify.annotations.Nullable
    Response preflight(ContainerRequestContext request) {
        return isTracking(request) && request.getMethod().equals(HttpMethod.OPTIONS)
                ? Response.noContent().build()
                : null;
    }

    @ServerResponseFilter
    void allow(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isTracking(request)) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Access-Control-Allow-Origin", "*");
        headers.putSingle("Access-Control-Expose-Headers", "Retry-After, X-Request-Id");
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            headers.putSingle("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
            headers.putSingle(
                    "Access-Control-Allow-Headers",
                    "*, Authorization, Content-Type, Content-Encoding, X-Write-Key, AnonymousId, X-Retry-Count, Consent-Seq, X-Request-Id");
            headers.putSingle("Access-Control-Max-Age", "86400");
        }
    }

    private static boolean isTracking(ContainerRequestContext request) {
        return PATHS.matcher(request.getUriInfo().getPath()).matches();
    }
}
