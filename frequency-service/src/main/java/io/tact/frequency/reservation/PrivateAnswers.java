package io.tact.frequency.reservation;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What is about one person is kept by nobody on the way. */
@Singleton
class PrivateAnswers {
    @ServerResponseFilter
    void keepPrivate(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith("/v1/reservations")) {
            response.getHeaders().putSingle("Cache-Control", "private, no-store");
        }
    }
}
