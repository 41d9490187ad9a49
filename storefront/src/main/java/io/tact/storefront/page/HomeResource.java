package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.tact.storefront.catalogue.Item;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

@Path("/")
class HomeResource {
    private static final int PICKS = 3;

    private final Frames frames;
    private final CurrentVertxRequest current;

    HomeResource(Frames frames, CurrentVertxRequest current) {
        this.frames = frames;
        this.current = current;
    }

    @GET
    public Uni<Response> home() {
        return frames.open(current.getCurrent())
                .flatMap(frame -> Html.page(frame, Pages.home(frame, picks(frame))));
    }

    /**
     * One of each of some categories: the same for everybody, so that it says nothing of anybody.
     */
    private static List<Item> picks(Frame frame) {
        return frame.categories().stream()
                .map(CategoryLink::sample)
                .filter(Item::available)
                .limit(PICKS)
                .toList();
    }
}
