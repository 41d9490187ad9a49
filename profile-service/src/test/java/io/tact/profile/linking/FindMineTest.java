package io.tact.profile.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.Caller.Proven;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class FindMineTest {
    Shop shop;
    @Inject ConsentReplica replica;
    @Inject FindMine mine;
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void join() {
        ann = shop.customer();
        phone = shop.visitor();
        shop.grant(replica, ann.key(), Purpose.IDENTITY_LINK);
        shop.grant(replica, phone.key(), Purpose.IDENTITY_LINK);
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));
    }

    @Test
    void accountHasAllThatAreTheSamePersonNow() {
        assertThat(of(ann, null)).containsExactlyInAnyOrder(ann.key(), phone.key());
    }

    @Test
    void visitorsTokenAloneNeverReachesTheAccount() {
        assertThat(of(null, phone)).containsExactly(phone.key());
    }

    @Test
    void browserThatIsProvenTooIsMineThoughItIsNotJoined() {
        Visitor laptop = shop.visitor();

        assertThat(of(ann, laptop)).containsOnly(ann.key(), laptop.key(), phone.key());
        assertThat(of(ann, laptop).get(0)).isEqualTo(ann.key());
    }

    @Test
    void whatWasCutIsNotMineAnyMore() {
        shop.withdraw(replica, phone.key(), Purpose.IDENTITY_LINK);

        Eventually.holds("apart", () -> of(ann, null).equals(List.of(ann.key())));
    }

    @Test
    void accountThatNothingIsKnownOfIsItselfAlone() {
        Customer ben = shop.customer();

        assertThat(of(ben, null)).containsExactly(ben.key());
    }

    private List<IdentityKey> of(@Nullable Customer customer, @Nullable Visitor visitor) {
        var caller =
                new Caller(
                        Optional.ofNullable(customer)
                                .map(one -> new Proven(Identity.customer(one.userId()), one.key())),
                        Optional.ofNullable(visitor)
                                .map(
                                        one ->
                                                new Caller.Visitor(
                                                        new Proven(
                                                                Identity.visitor(one.anonymousId()),
                                                                one.key()),
                                                        "session")),
                        List.of(),
                        false);
        return mine.of(caller).await().indefinitely();
    }
}
