package io.tact.profile.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ForgetDeadLettersTest {
    Shop shop;
    @Inject ForgetDeadLetters forgetDeadLetters;

    @Test
    void deadLettersAreForgottenAfterAWeek() {
        Shop.send(Shop.SERVER, "{\"type\":\"older\"}", "{\"type\":\"younger\"}");
        age("older", "7 days");
        age("younger", "6 days 23 hours");

        forgetDeadLetters.forget().await().atMost(Duration.ofSeconds(10));

        assertThat(shop.query("select redacted ->> 'type' from dead_letter"))
                .contains("younger")
                .doesNotContain("older");
    }

    private void age(String type, String interval) {
        shop.query(
                "update dead_letter set received_at = received_at - ?::interval where redacted ->> 'type' = ?",
                interval,
                type);
    }
}
