package io.tact.storefront.shopper;

import io.tact.storefront.StorefrontConfig;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Reads and writes the shop's cookies: no script reads them, no foreign page sends them along. */
@ApplicationScoped
public class Cookies {
    private final boolean secure;

    Cookies(StorefrontConfig config) {
        this.secure = config.secure();
    }

    public Optional<String> read(RoutingContext context, Kept kept) {
        return Optional.ofNullable(context.request().getCookie(kept.cookieName(secure)))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank());
    }

    /** Until the browser closes. */
    public void keep(RoutingContext context, Kept kept, String value) {
        context.response().addCookie(cookie(kept, value));
    }

    public void keep(RoutingContext context, Kept kept, String value, Duration lifetime) {
        context.response().addCookie(cookie(kept, value).setMaxAge(lifetime.toSeconds()));
    }

    public void forget(RoutingContext context, Kept kept) {
        context.response().addCookie(cookie(kept, "").setMaxAge(0));
    }

    private Cookie cookie(Kept kept, String value) {
        return Cookie.cookie(kept.cookieName(secure), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX);
    }
}
