package io.tact.storefront.shopper;

import io.smallrye.mutiny.Uni;
import io.tact.storefront.door.RequestId;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds out who is there, and what shows it to the services. */
@ApplicationScoped
public class Shoppers {
    private static final List<String> PASSED_ON = List.of("Accept-Language", "Sec-GPC");
    private static final String SEEN_NOW = SeenConsents.class.getName();

    private final Visitors visitors;
    private final Customers customers;
    private final Cookies cookies;

    Shoppers(Visitors visitors, Customers customers, Cookies cookies) {
        this.visitors = visitors;
        this.customers = customers;
        this.cookies = cookies;
    }

    /** For a page: a new visitor is welcomed. */
    public Uni<Shopper> welcome(RoutingContext context) {
        return both(visitors.welcome(context), context);
    }

    public Uni<Shopper> known(RoutingContext context) {
        return both(visitors.known(context), context);
    }

    /** What a request in this shopper's name carries. */
    public MultiMap credentials(RoutingContext context, Shopper shopper) {
        MultiMap headers = unnamed(context);
        shopper.visitor()
                .flatMap(Visitor::token)
                .ifPresent(token -> headers.set("Tact-Visitor", token));
        shopper.customer()
                .ifPresent(
                        customer ->
                                headers.set("Authorization", "Bearer " + customer.accessToken()));
        return headers;
    }

    /** What any request carries: its id, the language, the privacy signal, the consents seen. */
    public MultiMap unnamed(RoutingContext context) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        headers.set(RequestId.HEADER, RequestId.of(context));
        for (String name : PASSED_ON) {
            String value = context.request().getHeader(name);
            if (value != null) {
                headers.set(name, value);
            }
        }
        SeenConsents seen = seen(context);
        if (!seen.isEmpty()) {
            headers.set(SeenConsents.HEADER, seen.header());
        }
        return headers;
    }

    /** Keeps what {@code Consent-Seq} showed. */
    public void keepSeen(RoutingContext context, Collection<String> headers) {
        if (!headers.isEmpty()) {
            SeenConsents merged = seen(context).merge(headers);
            context.put(SEEN_NOW, merged);
            cookies.keep(context, Kept.CONSENT_SEQ, merged.cookie());
        }
    }

    private SeenConsents seen(RoutingContext context) {
        SeenConsents now = context.get(SEEN_NOW);
        return now != null
                ? now
                : cookies.read(context, Kept.CONSENT_SEQ)
                        .map(SeenConsents::ofCookie)
                        .orElse(SeenConsents.NONE);
    }

    private Uni<Shopper> both(Uni<Optional<Visitor>> visitor, RoutingContext context) {
        return Uni.combine().all().unis(visitor, customers.of(context)).with(Shopper::new);
    }
}
