package io.tact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.localstack.test.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
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
    /** As the services have it where nobody says otherwise. */
    private static final Duration LEASE = Duration.ofSeconds(1);

    private static final Set<String> OBEYING =
            Set.of("recommendation-service", "profile-service", "frequency-service");

    private static final String SHELF = "{\"placement\":\"home.session\"}";
    private static final String TRAIT = "{\"favourite_kind\":\"tent\"}";
    private static final String SLOT =
            "{\"placement\":\"home.hero\",\"candidates\":[{\"campaign\":\"left-in-basket\",\"item\":\"t-1\"}]}";

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
        Visit visit = Visit.begin(suite).allows("experience", "marketing");
        Eventually.get(
                "the grant, in all services", () -> personalWith(visit.headers()), OBEYING::equals);
        Map<String, String> withoutTheWithdrawal = visit.headers();

        suite.parts().stopBroker();
        missing = "kafka";
        visit.withdraws("experience", "marketing");

        assertThat(personalWith(visit.headers())).as("shown the Consent-Seq").isEmpty();
        passTheLease();
        assertThat(personalWith(withoutTheWithdrawal)).as("after the lease").isEmpty();

        suite.parts().startBroker();
        missing = "";
        Visit another = Visit.begin(suite).allows("experience", "marketing");
        Eventually.get(
                "grants count again", () -> personalWith(another.headers()), OBEYING::equals);
        assertThat(personalWith(withoutTheWithdrawal))
                .as("the withdrawal was published after all")
                .isEmpty();
    }

    /** Which of the three services that obey consent answer these credentials personally. */
    private Set<String> personalWith(Map<String, String> headers) {
        var personal = new TreeSet<String>();
        if (ask("recommendation-service", "/v1/recommendations", headers, SHELF)
                .get("rung")
                .asText()
                .equals("experience")) {
            personal.add("recommendation-service");
        }
        if (ask("profile-service", "/v1/me/traits", headers, TRAIT).get("kept").asBoolean()) {
            personal.add("profile-service");
        }
        JsonNode reservation =
                ask("frequency-service", "/v1/reservations", headers, SLOT).path("reservation");
        if (reservation.path("campaign").asText().equals("left-in-basket")) {
            personal.add("frequency-service");
            String id = reservation.get("id").asText();
            ask("frequency-service", "/v1/reservations/" + id + "/release", headers, "{}");
        }
        return personal;
    }

    private JsonNode ask(
            String service, String path, Map<String, String> headers, String question) {
        return suite.post(service, path, headers, question).json();
    }

    /**
     * It is not renewed any more: when it is over by the clock, it is over on a slow machine too.
     */
    private static void passTheLease() {
        long over = System.nanoTime() + LEASE.toNanos();
        while (System.nanoTime() - over < 0) {
            LockSupport.parkNanos(over - System.nanoTime());
        }
    }

    private Answer page(String path) {
        return suite.get("storefront", path, Map.of("Accept", "text/html"));
    }
}
