package io.tact.profile.tracking;

import io.tact.profile.event.EventType;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets scripts of any origin send events, and nothing else: they carry a key that they were given,
 * never a cookie, and read nothing but whether it arrived.
 */
@Singleton
class BrowserAccess {
    private static final Set<String> PATHS =
            Stream.concat(
                            Arrays.stream(EventType.values()).map(EventType::wire),
                            Stream.of("batch"))
                    .map(call -> "/v1/" + call)
                    .collect(Collectors.toUnmodifiableSet());

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
            headers.putSingle("Access-Control-Allow-Methods", "POST, OPTIONS");
            headers.putSingle(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Content-Encoding, X-Write-Key, AnonymousId, Consent-Seq, X-Request-Id");
            headers.putSingle("Access-Control-Max-Age", "86400");
        }
    }

    private static boolean isTracking(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return PATHS.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
