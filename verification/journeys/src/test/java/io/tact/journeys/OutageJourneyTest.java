package io.tact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.localstack.test.Eventually;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * It bends, it does not break: with any one part gone the shop answers, and is whole again when the
 * part returns.
 */
@Order(Integer.MAX_VALUE)
class OutageJourneyTest {
    private final RunningSuite suite = RunningSuite.get();
    private String missing = "";

    @AfterEach
    void makeWhole() {
        if (!missing.isEmpty()) {
            suite.parts().restart(missing);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consent-service",
                "profile-service",
                "recommendation-service",
                "frequency-service"
            })
    void shopIsUsableWithoutAnyOneServiceAndWholeAgainWithIt(String service) {
        String tent = Catalogue.read(suite).of("tent").get(0);
        assertThat(page("/products/" + tent).status()).isEqualTo(200);
        Visit visit = Visit.begin(suite).allows("experience", "measurement");

        suite.parts().kill(service);
        missing = service;

        assertThat(page("/").status()).as("home without %s", service).isEqualTo(200);
        assertThat(page("/products/" + tent).body())
                .as("product without %s", service)
                .contains("</html>");
        assertThat(page("/basket").status()).as("basket without %s", service).isEqualTo(200);
        if (!service.equals("recommendation-service")) {
            assertThat(visit.shelf("home.popular").items()).isNotEmpty();
        }

        suite.parts().restart(service);
        missing = "";
        visit.views(tent);
        Eventually.get(
                "personal shelf again",
                () -> visit.shelf("home.session"),
                shelf -> shelf.reasons().contains("SESSION_NEIGHBOUR"));
        Eventually.get("a filled slot again", () -> visit.slot("home.hero"), Visit.Slot::shown);
        visit.withdraws("experience", "measurement");
        assertThat(visit.shelf("home.session").rung()).isEqualTo("none");
    }

    @Test
    void withdrawalWithoutKafkaIsAcknowledgedAndObeyedByWhoeverIsShownItAndByAllWithinTheLease() {
        Visit visit = Visit.begin(suite).allows("experience");
        Eventually.get(
                "the grant",
                () -> visit.shelf("home.session"),
                shelf -> shelf.rung().equals("experience"));
        Map<String, String> withoutTheWithdrawal = visit.headers();

        suite.parts().stopBroker();
        missing = "kafka";
        visit.withdraws("experience");

        assertThat(visit.shelf("home.session").rung())
                .as("shown the Consent-Seq")
                .isEqualTo("none");
        Eventually.get(
                "refusal by the lease",
                () ->
                        Shelf.of(
                                suite.post(
                                        "recommendation-service",
                                        "/v1/recommendations",
                                        withoutTheWithdrawal,
                                        "{\"placement\":\"home.session\"}")),
                shelf -> shelf.rung().equals("none"));

        suite.parts().startBroker();
        missing = "";
        Visit another = Visit.begin(suite).allows("experience");
        Eventually.get(
                "grants count again",
                () -> another.shelf("home.session"),
                shelf -> shelf.rung().equals("experience"));
        assertThat(
                        Shelf.of(
                                        suite.post(
                                                "recommendation-service",
                                                "/v1/recommendations",
                                                withoutTheWithdrawal,
                                                "{\"placement\":\"home.session\"}"))
                                .rung())
                .as("the withdrawal was published after all")
                .isEqualTo("none");
    }

    private Answer page(String path) {
        return suite.get("storefront", path, Map.of("Accept", "text/html"));
    }
}
