package io.tact.profile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.KeptContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest extends KeptContracts {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    profile.identity.v1 | {}
                    profile.identity.v1 | {"person":"0eDk3p7GRiaCV9u2Wq1xBg","version":0}
                    profile.identity.v1 | {"person":"ann@shop.example","version":1}
                    profile.view.v1     | {"version":1,"identities":[],"traits":{}}
                    profile.event.v1    | {"eventId":"x"}
                    privacy.limit.v1    | {"version":1,"restricted":true,"at":"2026-01-31T09:30:00Z"}
                    """)
    void contractTellsGoodFromBad(String event, String bad) {
        assertThatThrownBy(() -> new Contract(event).holdsFor(bad, bad))
                .isInstanceOf(AssertionError.class);
    }
}
