package io.tact.storefront.order;

import io.smallrye.mutiny.Uni;
import io.tact.storefront.basket.Bill;
import io.tact.storefront.shopper.Shopper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Buys what is on a bill. */
@ApplicationScoped
public class PlaceOrder {
    private final WaitingOrders orders;
    private final InstantSource clock = InstantSource.system();

    PlaceOrder(WaitingOrders orders) {
        this.orders = orders;
    }

    /** The order stands when this returns, whether profile-service is there or not. */
    public Uni<Void> place(OrderId id, Bill bill, Shopper shopper) {
        return orders.take(Order.of(id, bill, shopper, clock.instant()));
    }
}
