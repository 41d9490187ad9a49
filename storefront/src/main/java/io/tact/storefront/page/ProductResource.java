package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.tact.storefront.catalogue.Catalogue;
import io.tact.storefront.catalogue.Item;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@Path("/products")
class ProductResource {
    private final Frames frames;
    private final Notices notices;
    private final Catalogue catalogue;
    private final CurrentVertxRequest current;

    ProductResource(
            Frames frames, Notices notices, Catalogue catalogue, CurrentVertxRequest current) {
        this.frames = frames;
        this.notices = notices;
        this.catalogue = catalogue;
        this.current = current;
    }

    @GET
    @Path("{itemId}")
    public Uni<Response> product(String itemId) {
        RoutingContext context = current.getCurrent();
        return catalogue
                .find(itemId)
                .flatMap(
                        found ->
                                found.isPresent()
                                        ? show(context, found.get())
                                        : notices.notFound(context));
    }

    private Uni<Response> show(RoutingContext context, Item item) {
        return frames.open(context)
                .flatMap(
                        frame ->
                                Html.page(
                                        frame,
                                        Pages.product(
                                                frame,
                                                new ProductView(
                                                        item,
                                                        frame.assortment().variantsOf(item)))));
    }
}
