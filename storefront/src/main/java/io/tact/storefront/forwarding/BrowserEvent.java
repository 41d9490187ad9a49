package io.tact.storefront.forwarding;

import io.tact.storefront.shopper.Shopper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What a browser saw, in the identity that its credentials prove. Whoever it says it is, and
 * whatever key it brings, is left out.
 */
final class BrowserEvent {
    private static final List<String> CLAIMS =
            List.of("userId", "anonymousId", "previousId", "groupId", "writeKey");

    private BrowserEvent() {}

    /** Empty when the body is not a JSON object, or a batch holds something else. */
    static Optional<Buffer> of(Buffer body, Shopper shopper) {
        try {
            JsonObject event = body.toJsonObject();
            identify(event, shopper);
            if (event.containsKey("batch")) {
                JsonArray batch = event.getJsonArray("batch", new JsonArray());
                for (int i = 0; i < batch.size(); i++) {
                    identify(batch.getJsonObject(i), shopper);
                }
            }
            return Optional.of(event.toBuffer());
        } catch (DecodeException | ClassCastException | NullPointerException malformed) {
            return Optional.empty();
        }
    }

    private static void identify(JsonObject event, Shopper shopper) {
        CLAIMS.forEach(event::remove);
        shopper.visitor().ifPresent(visitor -> event.put("anonymousId", visitor.anonymousId()));
        shopper.customer().ifPresent(customer -> event.put("userId", customer.userId()));
    }
}
