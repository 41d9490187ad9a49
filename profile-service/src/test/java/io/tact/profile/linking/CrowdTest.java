package io.tact.profile.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What many use, and values that stand for everybody. {@code -Dtact.crowd=10000} is the full form.
 */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class CrowdTest {
    private static final int CROWD = Integer.getInteger("tact.crowd", 400);
    private static final int AT_A_TIME = 200;
    private static final List<String> JUNK =
            List.of(
                    "null",
                    "NULL",
                    "nil",
                    "None",
                    "undefined",
                    "NaN",
                    "0",
                    "0000000000",
                    "00000000-0000-0000-0000-000000000000",
                    "anonymous",
                    "guest",
                    "unknown",
                    "n/a",
                    "[object Object]",
                    "true",
                    "false",
                    "-",
                    " ",
                    "\\\"\\\"",
                    "{{user_id}}",
                    "not_authenticated",
                    "distinct_id",
                    "test",
                    "visitor");

    Shop shop;
    @Inject ConsentReplica replica;

    @Test
    void noPersonHoldsTwoUsersHoweverManyShareAKioskAMailboxOrJunk() {
        Visitor kiosk = shop.visitor();
        allow(kiosk.key());
        String mailbox = "team-" + UUID.randomUUID() + "@shop.example";
        List<Customer> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Customer customer = shop.customer();
            shop.consents().grant(customer.key(), Purpose.MEASUREMENT, Purpose.IDENTITY_LINK);
            crowd.add(customer);
        }
        allow(crowd.get(CROWD - 1).key());

        for (int from = 0; from < CROWD; from += AT_A_TIME) {
            List<String> events = new ArrayList<>();
            for (int i = from; i < Math.min(CROWD, from + AT_A_TIME); i++) {
                String user = crowd.get(i).userId();
                events.add(
                        "{\"type\":\"identify\",\"userId\":\"%s\",\"anonymousId\":\"%s\",\"traits\":{\"email\":\"%s\"}}"
                                .formatted(user, kiosk.anonymousId(), mailbox));
                String junk = JUNK.get(i % JUNK.size());
                events.add(
                        "{\"type\":\"page\",\"userId\":\"%s\",\"anonymousId\":\"%s\"}"
                                .formatted(user, junk));
                events.add(
                        "{\"type\":\"page\",\"userId\":\"%s\",\"anonymousId\":\"%s\"}"
                                .formatted(junk, kiosk.anonymousId()));
            }
            Shop.send(Shop.HISTORY, events.toArray(String[]::new));
        }

        Eventually.holds("all is understood", () -> shop.query("select 1 from sighting").isEmpty());
        assertThat(
                        shop.query(
                                "select person from identity where type = 'user_id' group by person having count(*) > 1"))
                .isEmpty();
        List<String> users = crowd.stream().map(customer -> shop.person(customer.key())).toList();
        assertThat(users)
                .doesNotHaveDuplicates()
                .doesNotContain(shop.person(kiosk.key()), "nobody");
        assertThat(edgesOf(kiosk.key())).as("and no more is kept of it than that").hasSize(10);
        for (String junk : JUNK.stream().filter(value -> !value.isBlank()).toList()) {
            for (var type : List.of("user_id", "anonymous_id")) {
                assertThat(shop.person(shop.keys().of(new Identity(type, junk))))
                        .as(junk)
                        .isEqualTo("nobody");
            }
        }
    }

    private List<String> edgesOf(IdentityKey key) {
        return shop.query(
                "select 1 from edge where ? in (left_key, right_key) and confirmed_at is not null",
                key.value());
    }

    private void allow(IdentityKey key) {
        shop.grant(replica, key, Purpose.MEASUREMENT, Purpose.IDENTITY_LINK);
    }
}
