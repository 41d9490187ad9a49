package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What nobody planned, as a page that helps along. */
class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);

    private final Notices notices;
    private final CurrentVertxRequest current;

    Failures(Notices notices, CurrentVertxRequest current) {
        this.notices = notices;
        this.current = current;
    }

    @ServerExceptionMapper
    public Uni<Response> notFound(NotFoundException missing) {
        return notices.notFound(current.getCurrent());
    }

    @ServerExceptionMapper
    public Uni<Response> other(RuntimeException failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return Uni.createFrom().item(Response.status(web.getResponse().getStatus()).build());
        }
        LOG.error("A page failed", failure);
        return notices.trouble(current.getCurrent());
    }
}
