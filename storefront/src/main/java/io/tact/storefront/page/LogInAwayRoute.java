package io.tact.storefront.page;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log-in that fails because the provider is away ends on a page that says so. */
@ApplicationScoped
class LogInAwayRoute {
    private static final List<String> BEHIND_LOG_IN =
            List.of("/login", "/login/callback", "/account", "/logout");
    private static final int TROUBLE = 500;

    void register(@Observes Router router) {
        BEHIND_LOG_IN.forEach(path -> router.route(path).failureHandler(LogInAwayRoute::explain));
    }

    private static void explain(RoutingContext context) {
        boolean isTrouble = context.statusCode() >= TROUBLE && !isOutcome(context.failure());
        if (isTrouble && !context.response().headWritten()) {
            context.reroute(HttpMethod.GET, "/login/away");
        } else {
            context.next();
        }
    }

    /** What a log-in decides, a redirect among it, comes as a failure and is none. */
    private static boolean isOutcome(@Nullable Throwable failure) {
        return failure instanceof SecurityException
                || failure instanceof AuthenticationRedirectException
                || failure instanceof AuthenticationCompletionException;
    }
}
