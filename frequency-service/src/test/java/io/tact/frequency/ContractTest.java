package io.tact.frequency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"frequency.impression.v1", "frequency.capped.v1"})
    void everyExampleIsWhatWeAndOurConsumersAgreedOn(String event) {
        var contract = new Contract(event);

        assertThat(contract.examples())
                .isNotEmpty()
                .allSatisfy(file -> contract.holdsFor(Contract.text(file), file));
    }

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
