package io.tact.frequency;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.KeptContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest extends KeptContracts {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frequency.impression.v1|{}",
                "frequency.capped.v1|{}",
                "frequency.capped.v1|{\"person\":\"p\",\"label\":\"product:x\",\"reason\":\"bought\",\"rule\":\"bought\"}",
                "frequency.capped.v1|{\"person\":\"p\",\"label\":\"product:x\",\"until\":null,\"reason\":\"sold\",\"rule\":\"bought\"}"
            })
    void contractTellsGoodFromBad(String event, String bad) {
        var contract = new Contract(event);

        assertThatThrownBy(() -> contract.holdsFor(bad, bad)).isInstanceOf(AssertionError.class);
    }
}
