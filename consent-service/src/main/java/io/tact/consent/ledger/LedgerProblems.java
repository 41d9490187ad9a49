package io.tact.consent.ledger;

import io.tact.consent.client.web.Problems;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 503 where something cannot be recorded on this database. */
public class LedgerProblems {
    private static final Logger LOG = Logger.getLogger(LedgerProblems.class);

    @ServerExceptionMapper
    Response answer(DatabaseBehind cause) {
        LOG.errorf("Nothing is recorded: cause=%s", cause.getMessage());
        return Problems.of(
                        503,
                        "ledger-behind",
                        "The database lacks what was recorded before",
                        "It is being recovered: nothing was recorded now. Send it again later.")
                .toResponse();
    }
}
