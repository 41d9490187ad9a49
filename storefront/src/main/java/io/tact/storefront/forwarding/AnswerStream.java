package io.tact.storefront.forwarding;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Lets an answer flow through, no faster than the browser takes it, no longer and no further than
 * allowed. The head is on its way by then, so all that remains for an answer that breaks the limits
 * is to break the connection.
 */
final class AnswerStream {
    private final Vertx vertx;
    private final HttpClientResponse from;
    private final RoutingContext context;
    private final long most;
    private long passed;

    AnswerStream(HttpClientResponse from, RoutingContext context, long most) {
        this.vertx = context.vertx();
        this.from = from;
        this.context = context;
        this.most = most;
    }

    void start(Duration longest) {
        HttpServerResponse to = context.response();
        if (from.getHeader("Content-Length") == null) {
            to.setChunked(true);
        }
        long timer = vertx.setTimer(longest.toMillis(), late -> abort());
        from.exceptionHandler(broken -> abort());
        to.closeHandler(gone -> from.request().reset());
        to.endHandler(end -> vertx.cancelTimer(timer));
        from.handler(this::pass);
        from.endHandler(end -> to.end());
        from.resume();
    }

    private void pass(Buffer chunk) {
        HttpServerResponse to = context.response();
        passed += chunk.length();
        if (passed > most) {
            abort();
            return;
        }
        to.write(chunk);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(drained -> from.resume());
        }
    }

    private void abort() {
        from.request().reset();
        if (!context.response().ended()) {
            context.request().connection().close();
        }
    }
}
