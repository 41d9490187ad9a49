package io.tact.storefront.door;

import io.tact.storefront.StorefrontConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * An unsafe request must show that one of the shop's own pages sent it: by {@code Sec-Fetch-Site},
 * which only browsers set, and by {@code Origin}. What shows neither is refused, and so is a
 * forwarded request without a header that no form can set.
 */
@ApplicationScoped
public class OwnOrigin {
    public static final String CSRF_HEADER = "X-Tact-CSRF";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final String origin;

    OwnOrigin(StorefrontConfig config) {
        String text = config.origin().toString();
        this.origin = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    public boolean isUnsafe(HttpServerRequest request) {
        return !SAFE.contains(request.method().name());
    }

    /** Why this request was not sent by a page of this shop, or empty. */
    public Optional<String> refusal(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String sender = request.getHeader("Origin");
        if (site == null && sender == null) {
            return Optional.of("It says neither Origin nor Sec-Fetch-Site.");
        }
        if (site != null && !site.equals("same-origin")) {
            return Optional.of("Sec-Fetch-Site must be same-origin.");
        }
        if (sender != null && !sender.equals(origin)) {
            return Optional.of("Origin must be " + origin + ".");
        }
        return Optional.empty();
    }

    /** The same for what a script of the shop sends. */
    public Optional<String> refusalOfScript(HttpServerRequest request) {
        return "1".equals(request.getHeader(CSRF_HEADER))
                ? refusal(request)
                : Optional.of("The header " + CSRF_HEADER + ": 1 is missing.");
    }
}
