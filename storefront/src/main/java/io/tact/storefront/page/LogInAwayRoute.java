package io.tact.storefront.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * A log-in that fails because the provider is away ends on a page that says so. What the log-in
 * itself decides, redirects among it, comes as a {@link SecurityException} and goes its way.
 */
@ApplicationScoped
class LogInAwayRoute {
    private static final List<String> BEHIND_LOG_IN =
            List.of("/login", "/login/callback", "/account", "/logout");
    private static final int TROUBLE = 500;

    void register(@Observes Router router) {
        BEHIND_LOG_IN.forEach(path -> router.route(path).failureHandler(LogInAwayRoute::explain));
    }

    private static void explain(RoutingContext context) {
        boolean isTrouble =
                context.statusCode() >= TROUBLE
                        && !(context.failure() instanceof SecurityException);
        if (isTrouble && !context.response().headWritten()) {
            context.reroute(HttpMethod.GET, "/login/away");
        } else {
            context.next();
        }
    }
}
