package io.tact.storefront.upstream;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What came back: an answer, whatever its status, or nothing in time. */
public sealed interface Reply {
    record Answered(int status, MultiMap headers, Buffer body) implements Reply {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    record Away(Service service) implements Reply {}
}
