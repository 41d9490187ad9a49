package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.tact.storefront.basket.Basket;
import io.tact.storefront.basket.BasketCookie;
import io.tact.storefront.basket.Bill;
import io.tact.storefront.catalogue.Catalogue;
import io.tact.storefront.catalogue.Item;
import io.tact.storefront.order.OrderId;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

@Path("/basket")
class BasketResource {
    private final Frames frames;
    private final BasketCookie baskets;
    private final Catalogue catalogue;
    private final CurrentVertxRequest current;

    BasketResource(
            Frames frames, BasketCookie baskets, Catalogue catalogue, CurrentVertxRequest current) {
        this.frames = frames;
        this.baskets = baskets;
        this.catalogue = catalogue;
        this.current = current;
    }

    @GET
    public Uni<Response> basket() {
        RoutingContext context = current.getCurrent();
        Basket basket = baskets.read(context);
        return frames.open(context)
                .flatMap(
                        frame ->
                                Html.page(
                                        frame,
                                        Pages.basket(
                                                frame,
                                                Bill.of(basket, frame.assortment()),
                                                OrderId.draw().value())));
    }

    @POST
    @Path("items")
    public Uni<Response> add(@RestForm String item) {
        RoutingContext context = current.getCurrent();
        return catalogue
                .find(item)
                .invoke(
                        found ->
                                found.filter(Item::available)
                                        .ifPresent(
                                                one ->
                                                        baskets.keep(
                                                                context,
                                                                baskets.read(context)
                                                                        .plus(one.itemId()))))
                .map(added -> Html.seeOther("/basket"));
    }

    @POST
    @Path("quantities")
    public Response change(@RestForm String item, @RestForm Optional<Integer> quantity) {
        RoutingContext context = current.getCurrent();
        Basket basket = baskets.read(context);
        baskets.keep(context, basket.set(item, quantity.orElse(0)));
        return Html.seeOther("/basket");
    }
}
