package io.tact.recommendation.web;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 503 where the database is away; only the catalogue's feed needs it. A feed that is sent twice
 * counts once.
 */
class StoreUnavailable {
    private static final Logger LOG = Logger.getLogger(StoreUnavailable.class);

    @ServerExceptionMapper({IOException.class, TimeoutException.class, VertxException.class})
    Response answer(Exception cause) {
        if (cause instanceof PgException refused && !isPassing(refused)) {
            LOG.error("The database refused a statement", cause);
            return Problems.of(
                            500,
                            "internal",
                            "Something went wrong here",
                            "The request id finds it in our log.")
                    .toResponse();
        }
        LOG.warnf("The database does not answer: cause=%s", cause.getClass().getSimpleName());
        return Problems.builder(
                        503,
                        "store-unavailable",
                        "The database cannot be reached",
                        "Send the same request again in a moment; it counts once.")
                .withHeader("Retry-After", 1)
                .build()
                .toResponse();
    }

    /** Connection trouble, no resources, a deadlock, or somebody is shutting the database down. */
    private static boolean isPassing(PgException refused) {
        String state = refused.getSqlState();
        return state != null && state.matches("(08|40|53|57).*");
    }
}
