package io.tact.storefront.page;

import io.smallrye.mutiny.Uni;
import io.tact.storefront.basket.BasketCookie;
import io.tact.storefront.catalogue.Catalogue;
import io.tact.storefront.shopper.Shoppers;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens a page: who is there, in which language, with what in the basket. */
@ApplicationScoped
class Frames {
    private final Shoppers shoppers;
    private final Languages languages;
    private final BasketCookie baskets;
    private final Catalogue catalogue;
    private final Assets assets;

    Frames(
            Shoppers shoppers,
            Languages languages,
            BasketCookie baskets,
            Catalogue catalogue,
            Assets assets) {
        this.shoppers = shoppers;
        this.languages = languages;
        this.baskets = baskets;
        this.catalogue = catalogue;
        this.assets = assets;
    }

    Uni<Frame> open(RoutingContext context) {
        Language language = languages.of(context);
        int size = baskets.read(context).size();
        return shoppers.welcome(context)
                .map(
                        shopper ->
                                new Frame(
                                        language,
                                        context.request().path(),
                                        shopper,
                                        catalogue.now(),
                                        size,
                                        assets.version()));
    }
}
