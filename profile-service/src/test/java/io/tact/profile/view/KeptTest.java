package io.tact.profile.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.keeping.Retention;
import io.tact.profile.trait.KnownTrait;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads look at the clock, whatever has been deleted by then. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class KeptTest {
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
    void aValueServesAPurposeToTheLastInstantOfItsPeriod() {
        tellFavourite();
        var traits = new TraitStore(pool, HALF_A_YEAR_OF_MARKETING);
        KnownTrait told = of(traits, Instant.now()).get(0);
        Instant marketing = HALF_A_YEAR_OF_MARKETING.until(Purpose.MARKETING, told.at());
        Instant experience = HALF_A_YEAR_OF_MARKETING.until(Purpose.EXPERIENCE, told.at());

        assertThat(of(traits, marketing.minusMillis(1)).get(0).purposes())
                .containsExactlyInAnyOrder(Purpose.EXPERIENCE, Purpose.MARKETING);
        assertThat(of(traits, marketing).get(0).purposes()).isEqualTo(Set.of(Purpose.EXPERIENCE));
        assertThat(of(traits, experience.minusMillis(1))).hasSize(1);
        assertThat(of(traits, experience)).isEmpty();
    }

    private void tellFavourite() {
        shop.as(ann)
                .contentType("application/json")
                .body("{\"favourite_kind\":\"tent\"}")
                .post("/v1/me/traits")
                .then()
                .statusCode(200);
    }

    private List<KnownTrait> of(TraitStore traits, Instant now) {
        return traits.of(List.of(ann.key()), now).await().indefinitely();
    }
}
