package io.tact.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"catalogue.item.v1", "recommendation.served.v1"})
    void everyExampleIsWhatWeAndOurConsumersAgreedOn(String event) {
        var contract = new Contract(event);

        assertThat(contract.examples())
                .isNotEmpty()
                .allSatisfy(file -> contract.holdsFor(Contract.text(file), file));
    }

    @Test
    void contractTellsGoodFromBad() {
        var contract = new Contract("recommendation.served.v1");

        for (String bad :
                new String[] {
                    "{}",
                    """
                    {"answerId":"q83vEjRWeJCrze8SNFZ4kA","placement":"home.session","rung":"none","items":[],
                     "indexVersion":"x4JrQ0b1rZk","at":"2026-01-01T12:00:00Z"}""",
                    """
                    {"answerId":"q83vEjRWeJCrze8SNFZ4kA","placement":"home.session","rung":"experience",
                     "items":[{"itemId":"a","reason":"BECAUSE","score":1}],
                     "indexVersion":"x4JrQ0b1rZk","at":"2026-01-01T12:00:00Z"}"""
                }) {
            assertThatThrownBy(() -> contract.holdsFor(bad, bad))
                    .isInstanceOf(AssertionError.class);
        }
    }
}
