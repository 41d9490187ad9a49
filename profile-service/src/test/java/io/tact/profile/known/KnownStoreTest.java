package io.tact.profile.known;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.keeping.Retention;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads look at the clock, whatever has been deleted by then. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class KnownStoreTest {
    private static final Retention HALF_A_YEAR_OF_MARKETING =
            new Retention(
                    Map.of("marketing", Period.ofMonths(6)),
                    Period.ofMonths(13),
                    Period.ofYears(10));

    Shop shop;
    @Inject ConsentReplica replica;
    @Inject Pool pool;
    private Customer ann;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        shop.grant(replica, ann.key(), Purpose.EXPERIENCE, Purpose.MARKETING);
    }

    @Test
    void anEventIsShownAsUsableAsLongAsItIs() {
        Shop.send(
                Shop.SERVER,
                "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"%s\",\"properties\":{\"order_id\":\"1\"}}"
                        .formatted(ann.userId()));
        var known = new KnownStore(pool, HALF_A_YEAR_OF_MARKETING);
        Instant at = event(known, Instant.now()).at();
        Instant marketing = HALF_A_YEAR_OF_MARKETING.until(Purpose.MARKETING, at);
        Instant contract = HALF_A_YEAR_OF_MARKETING.contractUntil(at);

        assertThat(event(known, marketing.minusMillis(1)).usedUntil())
                .containsOnlyKeys("contract", "experience", "marketing")
                .containsEntry("marketing", marketing);
        assertThat(event(known, marketing).purposes()).containsExactly("experience");
        assertThat(event(known, contract.minusMillis(1)).usedUntil()).containsOnlyKeys("contract");
        assertThat(event(known, contract).usedUntil()).isEmpty();
    }

    private KnownAboutMe.KnownEvent event(KnownStore known, Instant now) {
        return known.events(List.of(ann.key()), 1, now).await().indefinitely().get(0);
    }
}
