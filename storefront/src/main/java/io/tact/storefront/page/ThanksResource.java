package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.tact.storefront.basket.Basket;
import io.tact.storefront.basket.Bill;
import io.tact.storefront.catalogue.Catalogue;
import io.tact.storefront.order.OrderId;
import io.tact.storefront.shopper.Cookies;
import io.tact.storefront.shopper.Kept;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** For whoever has just bought something in this browser. */
@Path("/thank-you")
class ThanksResource {
    private final Frames frames;
    private final Cookies cookies;
    private final Catalogue catalogue;
    private final CurrentVertxRequest current;

    ThanksResource(
            Frames frames, Cookies cookies, Catalogue catalogue, CurrentVertxRequest current) {
        this.frames = frames;
        this.cookies = cookies;
        this.catalogue = catalogue;
        this.current = current;
    }

    @GET
    public Uni<Response> thanks() {
        RoutingContext context = current.getCurrent();
        String[] kept = cookies.read(context, Kept.ORDER).orElse("").split("~", 2);
        if (kept.length != 2 || !OrderId.isOne(kept[0])) {
            return Uni.createFrom().item(Html.seeOther("/"));
        }
        Bill bill = Bill.of(Basket.ofCookie(kept[1]), catalogue.now());
        return frames.open(context)
                .flatMap(frame -> Html.page(frame, Pages.thanks(frame, bill, kept[0])));
    }
}
