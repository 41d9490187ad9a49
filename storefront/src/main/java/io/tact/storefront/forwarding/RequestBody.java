package io.tact.storefront.forwarding;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * A browser's body, read before a service is bothered, and no further than its limit: a slow sender
 * holds no connection of a service.
 */
final class RequestBody {
    private RequestBody() {}

    /** Fails with {@link TooLarge}, or when the sender leaves. */
    static Future<Buffer> read(HttpServerRequest request, int most) {
        if (announced(request) > most) {
            return Future.failedFuture(new TooLarge(most));
        }
        Promise<Buffer> body = Promise.promise();
        Buffer read = Buffer.buffer();
        request.exceptionHandler(body::tryFail);
        request.handler(
                chunk -> {
                    if (read.length() + chunk.length() > most) {
                        body.tryFail(new TooLarge(most));
                    } else {
                        read.appendBuffer(chunk);
                    }
                });
        request.endHandler(end -> body.tryComplete(read));
        return body.future();
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
    }

    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        TooLarge(int most) {
            super("At most " + most + " bytes.");
        }
    }
}
