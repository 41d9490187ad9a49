package io.tact.storefront.basket;

import io.tact.storefront.shopper.Cookies;
import io.tact.storefront.shopper.Kept;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the basket lies: until the browser closes. */
@ApplicationScoped
public class BasketCookie {
    private final Cookies cookies;

    BasketCookie(Cookies cookies) {
        this.cookies = cookies;
    }

    public Basket read(RoutingContext context) {
        return cookies.read(context, Kept.BASKET).map(Basket::ofCookie).orElse(Basket.EMPTY);
    }

    public void keep(RoutingContext context, Basket basket) {
        if (basket.isEmpty()) {
            cookies.forget(context, Kept.BASKET);
        } else {
            cookies.keep(context, Kept.BASKET, basket.cookie());
        }
    }
}
