package io.tact.consent;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.KeptContracts;
import org.junit.jupiter.api.Test;

class ContractTest extends KeptContracts {
    @Test
    void contractTellsGoodFromBad() {
        var contract = new Contract("consent.state.v1");

        for (String bad :
                new String[] {
                    "{}",
                    "{\"version\":0,\"answers\":{}}",
                    "{\"version\":1,\"answers\":{\"marketing\":true}}",
                    "{\"version\":1,\"answers\":{\"marketing\":{\"answer\":\"yes\",\"at\":\"2026-01-31T09:30:00Z\"}}}",
                    "{\"version\":1,\"answers\":{\"A\":{\"answer\":\"granted\",\"at\":\"2026-01-31T09:30:00Z\"}}}"
                }) {
            assertThatThrownBy(() -> contract.holdsFor(bad, bad))
                    .isInstanceOf(AssertionError.class);
        }
    }
}
