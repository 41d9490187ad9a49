package io.tact.storefront.shopper;

import io.smallrye.mutiny.Uni;
import io.tact.storefront.upstream.Call;
import io.tact.storefront.upstream.Service;
import io.tact.storefront.upstream.Upstreams;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Shows profile-service both credentials, so that it may join the visits to the account. Whether it
 * does is its own decision, by {@code identity_link}; the shop asks after log-in and after an
 * answer that grants it.
 */
@ApplicationScoped
public class LinkVisits {
    private final Upstreams upstreams;
    private final Shoppers shoppers;

    LinkVisits(Upstreams upstreams, Shoppers shoppers) {
        this.upstreams = upstreams;
        this.shoppers = shoppers;
    }

    /** Never fails: the next log-in asks again. */
    public Uni<Void> link(RoutingContext context, Shopper shopper) {
        if (!shopper.canProveBoth()) {
            return Uni.createFrom().voidItem();
        }
        MultiMap headers = shoppers.credentials(context, shopper);
        Call call = Call.post(Service.PROFILE, "/v1/me/links", headers, Buffer.buffer("{}"));
        return upstreams.ask(call).replaceWithVoid();
    }
}
