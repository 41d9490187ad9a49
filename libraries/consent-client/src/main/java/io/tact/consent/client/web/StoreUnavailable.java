package io.tact.consent.client.web;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 503 where the database is away. Whether a commit that was under way has happened is not known
 * then; every operation may be sent again and counts once.
 */
public class StoreUnavailable {
    private static final Logger LOG = Logger.getLogger(StoreUnavailable.class);

    /** Whether this tells of a store that is away or busy, so that trying again may help. */
    public static boolean is(Throwable trouble) {
        if (trouble instanceof PgException refused) {
            return isPassing(refused);
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
        LOG.warnf("The database does not answer: cause=%s", cause.getClass().getSimpleName());
        return Problems.storeUnavailable().toResponse();
    }

    /**
     * Connection trouble, a deadlock, no resources, the disk, or somebody is shutting the database
     * down.
     */
    private static boolean isPassing(PgException refused) {
        String state = refused.getSqlState();
        return state != null && state.matches("(08|40|53|57|58).*");
    }
}
