package io.tact.storefront.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.MDC;

/** Runs before log-in and routing: nothing gets past it unseen. */
@ApplicationScoped
class Door {
    private static final int BEFORE_LOG_IN = 1_000;
    private static final String FORWARDED = "/tact/";

    private final OwnOrigin ownOrigin;
    private final ContentPolicy policy;

    Door(OwnOrigin ownOrigin, ContentPolicy policy) {
        this.ownOrigin = ownOrigin;
        this.policy = policy;
    }

    void open(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_LOG_IN);
    }

    private void pass(RoutingContext context) {
        String id = RequestId.begin(context);
        MDC.put("requestId", id);
        context.response().putHeader(RequestId.HEADER, id);
        context.addHeadersEndHandler(leaving -> policy.apply(context.response().headers()));
        refusal(context)
                .ifPresentOrElse(
                        because -> Problem.NOT_FROM_THIS_SHOP.answer(context, because),
                        context::next);
    }

    private Optional<String> refusal(RoutingContext context) {
        if (!ownOrigin.isUnsafe(context.request())) {
            return Optional.empty();
        }
        return context.request().path().startsWith(FORWARDED)
                ? ownOrigin.refusalOfScript(context.request())
                : ownOrigin.refusal(context.request());
    }
}
