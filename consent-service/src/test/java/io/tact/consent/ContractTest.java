package io.tact.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"consent.state.v1", "heartbeat.v1"})
    void everyExampleIsWhatWeAndOurConsumersAgreedOn(String event) {
        var contract = new Contract(event);

        assertThat(contract.examples())
                .isNotEmpty()
                .allSatisfy(file -> contract.holdsFor(Contract.text(file), file));
    }

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
