package io.tact.profile.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Nothing about a person stays in a cache. */
@Singleton
public class PersonalAnswers {
    /** The caching of what filters do not see: they are not asked about a stream. */
    public static final String CACHING = "private, no-store";

    @ServerResponseFilter
    void keepOutOfCaches(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (path.startsWith("/v1/me/") || path.startsWith("/v1/explanations")) {
            response.getHeaders().putSingle("Cache-Control", CACHING);
        }
    }
}
