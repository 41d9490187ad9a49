package io.tact.frequency.problem;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a database that is away or busy from a mistake of ours. */
public class StoreGone {
    private static final Logger LOG = Logger.getLogger(StoreGone.class);

    /** Whether trying again later may help. */
    public static boolean is(Throwable trouble) {
        if (trouble instanceof PgException refused) {
            String state = refused.getSqlState();
            return state != null && state.matches("(08|40|53|57|58).*");
        }
        return trouble instanceof VertxException
                || trouble instanceof io.smallrye.mutiny.TimeoutException
                || trouble instanceof TimeoutException
                || trouble instanceof IOException
                || !(trouble instanceof RuntimeException || trouble instanceof Error);
    }

    @ServerExceptionMapper({IOException.class, TimeoutException.class, VertxException.class})
    Response answer(Exception cause) {
        if (!is(cause)) {
            LOG.error("The database refused a statement", cause);
            return Problems.internal().toResponse();
        }
        LOG.warnf("The store does not answer: cause=%s", cause.getClass().getSimpleName());
        return Problems.storeUnavailable().toResponse();
    }
}
