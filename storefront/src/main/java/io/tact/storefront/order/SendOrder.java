package io.tact.storefront.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.tact.storefront.StorefrontConfig;
import io.tact.storefront.upstream.Call;
import io.tact.storefront.upstream.Reply;
import io.tact.storefront.upstream.Reply.Answered;
import io.tact.storefront.upstream.Service;
import io.tact.storefront.upstream.Upstreams;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Set;

/**
 * Tells profile-service of an order, under the shop's server key. Saying it twice is saying it
 * once.
 */
@ApplicationScoped
class SendOrder {
    /** What the same order will always be answered with. */
    private static final Set<Integer> FINAL = Set.of(400, 413, 415, 422);

    private final Upstreams upstreams;
    private final String authorization;

    SendOrder(Upstreams upstreams, StorefrontConfig config) {
        this.upstreams = upstreams;
        this.authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((config.writeKey().server() + ":").getBytes(UTF_8));
    }

    enum Outcome {
        ACCEPTED,
        REFUSED,
        LATER
    }

    Uni<Outcome> send(Order order) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        headers.set("Authorization", authorization);
        Call call = Call.post(Service.PROFILE, "/v1/track", headers, order.event().toBuffer());
        return upstreams.ask(call).map(SendOrder::outcome);
    }

    private static Outcome outcome(Reply reply) {
        if (!(reply instanceof Answered answered)) {
            return Outcome.LATER;
        }
        if (answered.isSuccess()) {
            return Outcome.ACCEPTED;
        }
        return FINAL.contains(answered.status()) ? Outcome.REFUSED : Outcome.LATER;
    }
}
