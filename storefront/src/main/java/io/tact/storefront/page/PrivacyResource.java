package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@Path("/privacy")
class PrivacyResource {
    private final Frames frames;
    private final CurrentVertxRequest current;

    PrivacyResource(Frames frames, CurrentVertxRequest current) {
        this.frames = frames;
        this.current = current;
    }

    /** With {@code ?choices} the preference centre is open already. */
    @GET
    public Uni<Response> privacy() {
        RoutingContext context = current.getCurrent();
        boolean choices = context.queryParams().contains("choices");
        return frames.open(context)
                .flatMap(frame -> Html.page(frame, Pages.privacy(frame, choices)));
    }
}
