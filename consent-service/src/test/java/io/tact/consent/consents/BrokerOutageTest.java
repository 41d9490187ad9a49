package io.tact.consent.consents;

import static io.restassured.RestAssured.given;
import static io.tact.consent.client.Purpose.EXPERIENCE;
import static io.tact.consent.client.Purpose.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.BrokerOfItsOwn;
import io.tact.consent.client.ConsentConfig;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Refusal;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.OwnBroker;
import io.tact.localstack.test.TestStack;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Promise 1 with Kafka gone: people are heard at once, and obeyed before the lease is over. */
@QuarkusTest
@WithTestResource(BrokerOfItsOwn.class)
@SuppressWarnings("NullAway.Init")
class BrokerOutageTest {
    TestStack stack;
    OwnBroker broker;
    @Inject Consents consents;
    @Inject ConsentConfig config;
    @Inject IdentityKeys keys;

    @Test
    void withdrawalsAreTakenWhileKafkaIsDownAndObeyedByEverybody() {
        IdentityKey ann = keys.of(Identity.customer("ann"));
        say("ann", "{\"answers\":{\"marketing\":true,\"experience\":true}}");
        await("the grant", ann, permissions -> permissions.allows(MARKETING));

        broker.stop();
        passLease();
        assertThat(consents.permissionsOf(List.of(ann)).refusal(EXPERIENCE))
                .hasValue(Refusal.NO_LEASE);

        say("ann", "{\"answers\":{\"marketing\":false}}");
        for (int more = 1; more <= 20; more++) {
            say("bob", "{\"answers\":{\"marketing\":" + (more % 2 == 0) + "}}");
        }
        say("bob", "{\"answers\":{\"marketing\":false}}");
        assertThat(consents.permissionsOf(List.of(ann)).allows(MARKETING)).isFalse();

        broker.start();
        await("the first lease", ann, permissions -> permissions.allows(EXPERIENCE));

        assertThat(consents.permissionsOf(List.of(ann)).refusal(MARKETING))
                .as("the first lease after the outage already knows of the withdrawal")
                .hasValue(Refusal.NOT_GRANTED);
        assertThat(versions("bob"))
                .as("current rows, in order, and the newest last")
                .isSorted()
                .last()
                .isEqualTo(21L);
    }

    /**
     * Nothing renews it any more: when it is over by the clock, it is over, on a slow machine too.
     */
    private void passLease() {
        long over = System.nanoTime() + config.lease().toNanos();
        while (System.nanoTime() - over < 0) {
            LockSupport.parkNanos(over - System.nanoTime());
        }
    }

    private void say(String customer, String body) {
        given().auth()
                .oauth2(stack.tokens().customer(customer))
                .contentType("application/json")
                .body(body)
                .post("/v1/me/consents")
                .then()
                .statusCode(200);
    }

    private void await(String awaited, IdentityKey key, Predicate<Permissions> wanted) {
        Eventually.get(awaited, () -> consents.permissionsOf(List.of(key)), wanted);
    }

    private List<Long> versions(String customer) {
        String key = keys.of(Identity.customer(customer)).value();
        try (var topic =
                new TopicUnderTest(
                        broker.bootstrapServers(), stack.topicPrefix() + ConsentStore.TOPIC)) {
            return topic
                    .readUntil(record -> record.key().equals(key) && version(record.value()) == 21)
                    .stream()
                    .filter(record -> record.key().equals(key))
                    .map(record -> version(record.value()))
                    .toList();
        }
    }

    private static long version(String value) {
        return new JsonObject(value).getLong("version");
    }
}
