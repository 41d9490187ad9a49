package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.tact.storefront.basket.Basket;
import io.tact.storefront.basket.BasketCookie;
import io.tact.storefront.basket.Bill;
import io.tact.storefront.catalogue.Catalogue;
import io.tact.storefront.order.OrderId;
import io.tact.storefront.order.PlaceOrder;
import io.tact.storefront.shopper.Cookies;
import io.tact.storefront.shopper.Kept;
import io.tact.storefront.shopper.Shoppers;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

@Path("/basket/buy")
class BuyResource {
    private final Shoppers shoppers;
    private final BasketCookie baskets;
    private final Cookies cookies;
    private final Catalogue catalogue;
    private final PlaceOrder placeOrder;
    private final CurrentVertxRequest current;

    BuyResource(
            Shoppers shoppers,
            BasketCookie baskets,
            Cookies cookies,
            Catalogue catalogue,
            PlaceOrder placeOrder,
            CurrentVertxRequest current) {
        this.shoppers = shoppers;
        this.baskets = baskets;
        this.cookies = cookies;
        this.catalogue = catalogue;
        this.placeOrder = placeOrder;
        this.current = current;
    }

    /** A form without an order id, or with a bad one, is an order of its own. */
    @POST
    public Uni<Response> buy(@RestForm Optional<String> order) {
        RoutingContext context = current.getCurrent();
        Basket basket = baskets.read(context);
        Bill bill = Bill.of(basket, catalogue.now());
        if (bill.lines().isEmpty()) {
            return Uni.createFrom().item(Html.seeOther("/basket"));
        }
        OrderId id = order.filter(OrderId::isOne).map(OrderId::new).orElseGet(OrderId::draw);
        return shoppers.known(context)
                .flatMap(shopper -> placeOrder.place(id, bill, shopper))
                .invoke(
                        placed -> {
                            baskets.keep(context, Basket.EMPTY);
                            cookies.keep(context, Kept.ORDER, id.value() + "~" + basket.cookie());
                        })
                .map(placed -> Html.seeOther("/thank-you"));
    }
}
