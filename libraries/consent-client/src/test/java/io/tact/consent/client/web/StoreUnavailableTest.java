package io.tact.consent.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class StoreUnavailableTest {
    private final StoreUnavailable mapper = new StoreUnavailable();

    @Test
    void databaseThatIsAwayIsNobodysFaultAndMayBeTriedAgain() {
        assertThat(status(new ConnectException("refused"))).isEqualTo(503);
        assertThat(status(new TimeoutException("pool"))).isEqualTo(503);
        assertThat(status(refusal("57P01"))).as("shutting down").isEqualTo(503);
        assertThat(status(refusal("53300"))).as("too many connections").isEqualTo(503);
    }

    @Test
    void statementThatTheDatabaseRefusesIsOurFault() {
        assertThat(status(refusal("42601"))).as("syntax error").isEqualTo(500);
    }

    @Test
    void mistakesOfOursAreNotToldAsAStoreThatIsAway() {
        assertThat(StoreUnavailable.is(new IllegalStateException("ours"))).isFalse();
        assertThat(StoreUnavailable.is(refusal("23505"))).as("a unique index").isFalse();
        assertThat(StoreUnavailable.is(new io.smallrye.mutiny.TimeoutException())).isTrue();
        assertThat(StoreUnavailable.is(refusal("40P01"))).as("a deadlock").isTrue();
    }

    private int status(Exception cause) {
        return mapper.answer(cause).getStatus();
    }

    private static PgException refusal(String sqlState) {
        return new PgException("refused", "ERROR", sqlState, "");
    }
}
