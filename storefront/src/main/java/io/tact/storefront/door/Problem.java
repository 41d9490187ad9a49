package io.tact.storefront.door;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** An error as RFC 9457 writes it; all of the shop's are listed here. */
public enum Problem {
    OPERATION_UNKNOWN(
            404, "The shop forwards no such operation", "Only listed operations are forwarded."),
    NOT_FROM_THIS_SHOP(403, "Not sent by a page of this shop", ""),
    BODY_TOO_LARGE(413, "The body is too large", ""),
    EVENT_MALFORMED(400, "The event cannot be read", "Send a JSON object as Segment names them."),
    SUBJECT_REQUIRED(401, "Whose?", "An event needs a visitor: open a page of the shop first."),
    SERVICE_AWAY(503, "The service does not answer", "The page works without it; try again soon."),
    ANSWER_UNUSABLE(502, "The service's answer cannot be used", "It is too large, or a redirect."),
    LOG_IN_AWAY(
            503, "Logging in is not possible now", "The shop works without it; try again soon.");

    private static final String TYPES = "https://tact.dev/problems/";

    private final int status;
    private final String title;
    private final String detail;

    Problem(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    public void answer(RoutingContext context) {
        answer(context, detail);
    }

    /** The detail never holds a person's value. */
    public void answer(RoutingContext context, String because) {
        if (status == SERVICE_AWAY.status) {
            context.response().putHeader("Retry-After", "2");
        }
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(
                        new JsonObject()
                                .put("type", TYPES + slug())
                                .put("title", title)
                                .put("status", status)
                                .put("detail", because)
                                .toBuffer());
    }

    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
