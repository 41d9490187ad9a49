package io.tact.storefront.shopper;

import java.util.Optional;

/** Who is there: nobody known, a visitor, a customer, or both in one. */
public record Shopper(Optional<Visitor> visitor, Optional<Customer> customer) {

    /** Only both together can link the visits to the account. */
    public boolean canProveBoth() {
        return customer.isPresent() && visitor.flatMap(Visitor::token).isPresent();
    }
}
