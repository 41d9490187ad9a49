package io.tact.consent.banner;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tact.consent.UnsafeSetting;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Lets pages of the listed origins, and of no other, call c15t's doors and read the answers. c15t
 * sends {@code credentials: include}, so the origin is named exactly; there is no cookie here that
 * could come along.
 */
@ApplicationScoped
class CrossOrigin {
    private static final int BEFORE_ALL_ELSE = 2_000;
    private static final String DOORS = "/api/c15t/";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> origins;

    CrossOrigin(BannerConfig config) {
        this.origins = config.origins().orElse(Set.of());
        origins.forEach(CrossOrigin::check);
    }

    void open(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_ELSE);
    }

    private void pass(RoutingContext context) {
        if (!context.normalizedPath().startsWith(DOORS)) {
            context.next();
            return;
        }
        MultiMap answer = context.response().headers();
        answer.add("Vary", "Origin");
        String origin = context.request().getHeader("Origin");
        boolean listed = origin != null && origins.contains(origin);
        if (listed) {
            answer.set("Access-Control-Allow-Origin", origin);
            answer.set("Access-Control-Allow-Credentials", "true");
        }
        if (isPreflight(context)) {
            if (listed) {
                answer.set("Access-Control-Allow-Methods", "GET, POST, PATCH");
                answer.set(
                        "Access-Control-Allow-Headers",
                        "content-type, x-request-id, x-c15t-version, x-c15t-country, x-c15t-region, tact-visitor, authorization");
                answer.set("Access-Control-Max-Age", "600");
            }
            context.response().setStatusCode(204).end();
        } else {
            context.next();
        }
    }

    private static boolean isPreflight(RoutingContext context) {
        return context.request().method().name().equals("OPTIONS")
                && context.request().getHeader("Access-Control-Request-Method") != null;
    }

    private static void check(String origin) {
        if (!isSafe(origin)) {
            throw UnsafeSetting.of(
                    "TACT_BANNER_ORIGINS",
                    origin + " is not an origin such as https://www.example.com");
        }
    }

    /** A page that came without TLS is whoever stands in between. */
    private static boolean isSafe(String origin) {
        try {
            var read = new URI(origin);
            String host = read.getHost();
            return host != null
                    && read.getUserInfo() == null
                    && origin.equals(read.getScheme() + "://" + read.getAuthority())
                    && (origin.startsWith("https:")
                            || (origin.startsWith("http:") && LOOPBACK.contains(host)));
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
