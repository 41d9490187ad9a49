package io.tact.storefront.door;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/**
 * One id for all that a request causes. A caller's id is only believed as far as it is harmless.
 */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = RequestId.class.getName();

    private RequestId() {}

    static String begin(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id =
                given != null && given.matches("[A-Za-z0-9._-]{1,64}")
                        ? given
                        : UUID.randomUUID().toString();
        context.put(KEY, id);
        return id;
    }

    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        return id == null ? begin(context) : id;
    }
}
