package io.tact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Grant, slot shown, cap reached, withdrawal: the shortest way through consent and frequency. */
class SlotJourneyTest {
    private final RunningSuite suite = RunningSuite.get();

    @Test
    void capIsReachedAndAfterTheWithdrawalTheAnswerIsAStrangers() {
        String lamp = Catalogue.read(suite).of("lamp").get(0);
        Visit visit = Visit.begin(suite).allows("marketing");
        String reservation =
                suite.text(
                        java.util.Map.of(
                                "placement",
                                "home.hero",
                                "candidates",
                                List.of(
                                        java.util.Map.of(
                                                "campaign", "left-in-basket", "item", lamp))));

        for (int time = 1; time <= 3; time++) {
            var decision = visit.post("frequency-service", "/v1/reservations", reservation).json();
            assertThat(decision.at("/reservation/campaign").asText())
                    .as("time %d: %s", time, decision)
                    .isEqualTo("left-in-basket");
            visit.post(
                            "frequency-service",
                            "/v1/reservations/"
                                    + decision.at("/reservation/id").asText()
                                    + "/confirm",
                            "{}")
                    .json();
        }
        var fourth = visit.post("frequency-service", "/v1/reservations", reservation).json();
        assertThat(fourth.at("/reservation/campaign").asText()).isNotEqualTo("left-in-basket");

        visit.withdraws("marketing");
        var refused = visit.post("frequency-service", "/v1/reservations", reservation).json();
        assertThat(refused.at("/reservation/campaign").asText()).isNotEqualTo("left-in-basket");
        assertThat(visit.recommendations(java.util.Map.of("placement", "slot.retargeting")).body())
                .isEqualTo(
                        Visit.begin(suite)
                                .recommendations(java.util.Map.of("placement", "slot.retargeting"))
                                .body());
    }
}
