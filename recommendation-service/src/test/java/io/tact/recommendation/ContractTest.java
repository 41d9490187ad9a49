package io.tact.recommendation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.KeptContracts;
import org.junit.jupiter.api.Test;

class ContractTest extends KeptContracts {
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
