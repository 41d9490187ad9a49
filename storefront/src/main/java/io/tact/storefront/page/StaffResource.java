package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Behind the log-in; what of it somebody may see, the services decide by their roles. */
@Path("/staff/consent")
class StaffResource {
    private final Frames frames;
    private final CurrentVertxRequest current;

    StaffResource(Frames frames, CurrentVertxRequest current) {
        this.frames = frames;
        this.current = current;
    }

    @GET
    public Uni<Response> consent() {
        RoutingContext context = current.getCurrent();
        return frames.open(context).flatMap(frame -> Html.page(frame, Pages.staff(frame)));
    }
}
