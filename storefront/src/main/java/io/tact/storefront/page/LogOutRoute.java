package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The OIDC extension logs out whoever requests {@code /logout}, by whatever method. A picture on
 * another site must not do that, so only the shop's own form gets that far.
 */
@ApplicationScoped
class LogOutRoute {
    private static final int BEFORE_LOG_IN = 999;
    private static final String PATH = "/logout";

    void register(@Observes Filters filters) {
        filters.register(LogOutRoute::pass, BEFORE_LOG_IN);
    }

    private static void pass(RoutingContext context) {
        boolean isLink =
                context.request().path().equals(PATH)
                        && context.request().method() != HttpMethod.POST;
        if (isLink) {
            context.response().setStatusCode(303).putHeader("Location", "/account").end();
        } else {
            context.next();
        }
    }
}
