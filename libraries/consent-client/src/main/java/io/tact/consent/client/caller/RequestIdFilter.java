package io.tact.consent.client.caller;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * One id for all that a request causes: taken from {@code X-Request-Id} or made, put into the logs
 * ({@code requestId}) and back into the answer. A caller's id is only believed as far as it is
 * harmless.
 */
@Singleton
class RequestIdFilter {
    static final String HEADER = "X-Request-Id";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final RequestId current;

    RequestIdFilter(RequestId current) {
        this.current = current;
    }

    @ServerRequestFilter(preMatching = true)
    void begin(ContainerRequestContext request) {
        String given = request.getHeaderString(HEADER);
        String id =
                given != null && FORM.matcher(given).matches()
                        ? given
                        : UUID.randomUUID().toString();
        current.set(id);
        MDC.put("requestId", id);
    }

    @ServerResponseFilter
    void end(ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, current.get());
    }
}
