package io.tact.storefront.forwarding;

import io.tact.storefront.StorefrontConfig;
import io.tact.storefront.forwarding.Operation.Kind;
import io.tact.storefront.shopper.Shopper;
import io.tact.storefront.shopper.Shoppers;
import io.tact.storefront.upstream.Call;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Makes the call that a service gets. It starts from nothing: a header that is not named here does
 * not arrive, whatever the browser sent.
 */
@ApplicationScoped
class CallInName {
    private static final List<String> FROM_BROWSER =
            List.of(
                    "Accept",
                    "Content-Type",
                    "Idempotency-Key",
                    "If-None-Match",
                    "If-Modified-Since");

    private final Shoppers shoppers;
    private final String browserKey;

    CallInName(Shoppers shoppers, StorefrontConfig config) {
        this.shoppers = shoppers;
        this.browserKey = config.writeKey().browser();
    }

    Call make(RoutingContext context, Operation operation, Shopper shopper, Buffer body) {
        HttpServerRequest request = context.request();
        String path = request.path().substring(operation.prefix().length());
        String query = request.query();
        return new Call(
                operation.service(),
                HttpMethod.valueOf(operation.method()),
                query == null ? path : path + "?" + query,
                headers(context, operation.kind(), shopper),
                body,
                operation.kind() == Kind.DOWNLOAD);
    }

    private MultiMap headers(RoutingContext context, Kind kind, Shopper shopper) {
        MultiMap headers =
                kind.isInShoppersName()
                        ? shoppers.credentials(context, shopper)
                        : shoppers.unnamed(context);
        for (String name : FROM_BROWSER) {
            String value = context.request().getHeader(name);
            if (value != null) {
                headers.set(name, value);
            }
        }
        if (kind == Kind.EVENT) {
            headers.set("X-Write-Key", browserKey);
            headers.set("Content-Type", "application/json");
        }
        return headers;
    }
}
