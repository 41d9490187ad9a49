package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.tact.storefront.catalogue.Item;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/categories")
class CategoryResource {
    private final Frames frames;
    private final Notices notices;
    private final CurrentVertxRequest current;

    CategoryResource(Frames frames, Notices notices, CurrentVertxRequest current) {
        this.frames = frames;
        this.notices = notices;
        this.current = current;
    }

    @GET
    @Path("{name}")
    public Uni<Response> category(
            String name, @RestQuery Optional<String> kind, @RestQuery @DefaultValue("1") int page) {
        RoutingContext context = current.getCurrent();
        return frames.open(context)
                .flatMap(
                        frame -> {
                            List<Item> items = frame.assortment().of(name);
                            return items.isEmpty()
                                    ? notices.notFound(context)
                                    : Html.page(
                                            frame,
                                            Pages.category(
                                                    frame,
                                                    CategoryView.of(name, items, kind, page)));
                        });
    }
}
