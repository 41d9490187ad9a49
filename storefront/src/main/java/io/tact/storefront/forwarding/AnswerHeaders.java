package io.tact.storefront.forwarding;

import io.tact.storefront.forwarding.Operation.Kind;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import java.util.List;

/**
 * What of a service's headers reaches the browser. Cookies and {@code Consent-Seq} do not: the shop
 * keeps them.
 */
final class AnswerHeaders {
    private static final List<String> PASSED =
            List.of(
                    "Content-Type",
                    "Content-Length",
                    "Content-Language",
                    "Content-Disposition",
                    "ETag",
                    "Last-Modified",
                    "Vary",
                    "Retry-After",
                    "Index-Version");
    private static final String NOT_KEPT = "private, no-store";
    private static final String MODULES = "public, max-age=60, stale-while-revalidate=86400";

    private AnswerHeaders() {}

    static void pass(HttpClientResponse head, Kind kind, MultiMap answer) {
        for (String name : PASSED) {
            String value = head.getHeader(name);
            if (value != null) {
                answer.set(name, value);
            }
        }
        answer.set("Cache-Control", caching(head, kind));
    }

    private static String caching(HttpClientResponse head, Kind kind) {
        boolean good = head.statusCode() < 400;
        if (kind == Kind.MODULE && good) {
            return MODULES;
        }
        String given = head.getHeader("Cache-Control");
        return kind == Kind.PUBLIC && good && given != null ? given : NOT_KEPT;
    }
}
