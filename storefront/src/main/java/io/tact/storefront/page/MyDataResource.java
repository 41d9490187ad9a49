package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** For visitors as well: what is known of a browser is its owner's to see without an account. */
@Path("/my-data")
class MyDataResource {
    private final Frames frames;
    private final CurrentVertxRequest current;

    MyDataResource(Frames frames, CurrentVertxRequest current) {
        this.frames = frames;
        this.current = current;
    }

    @GET
    public Uni<Response> myData() {
        RoutingContext context = current.getCurrent();
        return frames.open(context).flatMap(frame -> Html.page(frame, Pages.myData(frame)));
    }
}
