package io.tact.profile.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ProfileTest {
    Shop shop;
    @Inject ConsentReplica replica;
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        phone = shop.visitor();
        shop.grant(replica, phone.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        shop.grant(replica, ann.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
    }

    @Test
    void whatIsToldCountsOnTheVeryNextRequestAndIsNotOverwritten() {
        observed(phone, "{\"favourite_kind\":\"coat\"}");
        profile(shop.as(phone)).body("traits.favourite_kind.class", equalTo("observed"));

        tell(shop.as(phone), "{\"favourite_kind\":\"tent\"}").body("kept", equalTo(true));
        observed(phone, "{\"favourite_kind\":\"cat food\"}");

        profile(shop.as(phone))
                .body("purpose", equalTo("experience"))
                .body("traits.favourite_kind.value", equalTo("tent"))
                .body("traits.favourite_kind.class", equalTo("told"))
                .body("traits.favourite_kind.source", equalTo("visitor"))
                .body("withheld", equalTo(false));
    }

    @Test
    void declaredByTheShopBeatsObservedByABrowserWhoeverComesLast() {
        Shop.send(
                Shop.HISTORY,
                "{\"type\":\"identify\",\"userId\":\"%s\",\"traits\":{\"size\":42},\"context\":{\"consent\":{\"categoryPreferences\":{\"experience\":true}}}}"
                        .formatted(ann.userId()));
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"traits\":{\"size\":36}}"
                        .formatted(phone.anonymousId()));

        profile(shop.as(ann, phone))
                .body("traits.size.value", equalTo(42))
                .body("traits.size.class", equalTo("declared"));
    }

    @Test
    void eventThatComesLateDoesNotOverwriteALaterOne() {
        Instant granted = Instant.now();
        for (int second : List.of(30, 10, 20)) {
            Shop.send(
                    Shop.BROWSER,
                    "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"timestamp\":\"%s\",\"traits\":{\"colour\":\"%d\"}}"
                            .formatted(phone.anonymousId(), granted.plusSeconds(second), second));
        }

        profile(shop.as(phone)).body("traits.colour.value", equalTo("30"));
    }

    @Test
    void whatIsNotAllowedIsWithheldAndThatIsSaid() {
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\"}");

        shop.as(ann)
                .get("/v1/me/profile?purpose=marketing")
                .then()
                .statusCode(200)
                .body("traits", anEmptyMap())
                .body("withheld", equalTo(true));
        shop.withdraw(replica, ann.key(), Purpose.EXPERIENCE);
        profile(shop.as(ann)).body("traits", anEmptyMap()).body("withheld", equalTo(true));
    }

    @Test
    void purposeThatIsGrantedLaterDoesNotReachBack() {
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\"}");

        shop.grant(replica, ann.key(), Purpose.MARKETING);

        shop.as(ann)
                .get("/v1/me/profile?purpose=marketing")
                .then()
                .body("traits", anEmptyMap())
                .body("withheld", equalTo(true));
    }

    @Test
    void identityThatDoesNotAllowItWithholdsItFromTheOther() {
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\"}");

        shop.withdraw(replica, phone.key(), Purpose.EXPERIENCE);

        profile(shop.as(ann)).body("traits.favourite_kind.value", equalTo("tent"));
        profile(shop.as(ann, phone)).body("traits", anEmptyMap()).body("withheld", equalTo(true));
    }

    @Test
    void linkedVisitsAreTheCustomersUntilTheVeryMomentOfTheWithdrawal() {
        tell(shop.as(phone), "{\"favourite_kind\":\"tent\"}");
        profile(shop.as(ann)).body("traits", anEmptyMap()).body("withheld", equalTo(false));
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));
        profile(shop.as(ann)).body("traits.favourite_kind.value", equalTo("tent"));

        shop.withdraw(replica, ann.key(), Purpose.IDENTITY_LINK);

        profile(shop.as(ann)).body("traits", anEmptyMap()).body("withheld", equalTo(false));
    }

    @Test
    void nothingIsKeptOfWhatIsToldWithoutAPurpose() {
        Visitor stranger = shop.visitor();

        tell(shop.as(stranger), "{\"favourite_kind\":\"tent\"}")
                .body("kept", equalTo(false))
                .body("reason", equalTo("NOT_GRANTED"));

        shop.as(stranger).get("/v1/me/data").then().body("values", empty());
    }

    @Test
    void noLeaseNoPersonalValue() {
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\"}");
        shop.consents().heartbeat(false);
        try {
            Eventually.holds("no lease", () -> !replica.hasLease(ann.key()));

            profile(shop.as(ann)).body("traits", anEmptyMap()).body("withheld", equalTo(true));
        } finally {
            shop.consents().heartbeat(true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?purpose=",
                "?purpose=curiosity",
                "?purpose=necessary",
                "?purpose=identity_link"
            })
    void readingNeedsAPurpose(String query) {
        shop.as(ann)
                .get("/v1/me/profile" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/purpose-required"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"a\":null}",
                "{\"a\":{}}",
                "{\"A\":1}",
                "{\"a b\":1}",
                "{\"a\":\"\\u0000\"}",
                "no json"
            })
    void onlyPlainValuesCanBeTold(String body) {
        shop.as(ann)
                .contentType("application/json")
                .body(body)
                .post("/v1/me/traits")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void everythingKnownIsShownWithSourceClassAndPurposes() {
        tell(shop.as(phone), "{\"favourite_kind\":\"tent\"}");
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"track\",\"event\":\"Product Viewed\",\"anonymousId\":\"%s\",\"properties\":{\"product_id\":\"tent-1\"}}"
                        .formatted(phone.anonymousId()));
        shop.as(ann, phone).post("/v1/me/links").then().statusCode(200);
        shop.withdraw(replica, phone.key(), Purpose.EXPERIENCE);

        shop.as(phone)
                .get("/v1/me/data")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("identities.type", equalTo(List.of("anonymous_id")))
                .body("identities[0].key", equalTo(phone.key().value()))
                .body("links[0].type", equalTo("user_id"))
                .body("links[0].state", equalTo("confirmed"))
                .body("links[0].joined", equalTo(true))
                .body("links[0].acrossDevices", equalTo(false))
                .body("links[0].evidence.rule", equalTo(List.of("both-credentials")))
                .body("values[0].value", equalTo("tent"))
                .body("values[0].class", equalTo("told"))
                .body("values[0].purposes", equalTo(List.of("experience")))
                .body("events[0].name", equalTo("Product Viewed"))
                .body("values[0].usedUntil.experience", endsWith("Z"))
                .body("events[0].usedUntil.experience", endsWith("Z"))
                .body("retention.purposes.experience", equalTo("P13M"))
                .body("events[0].products[0].productId", equalTo("tent-1"))
                .body("more", equalTo(false));
        assertThat(shop.as(phone).get("/v1/me/data").asString())
                .as("whom a browser is linked to is not for the browser to see")
                .doesNotContain(ann.key().value(), ann.userId());
    }

    @Test
    void fiveHundredEventsAreShownAndThatThereAreMoreIsSaid() {
        String page = "{\"type\":\"page\",\"anonymousId\":\"" + phone.anonymousId() + "\"}";
        for (int batch = 0; batch < 5; batch++) {
            Shop.send(Shop.BROWSER, page.concat(",").repeat(99) + page);
        }
        shop.as(phone)
                .get("/v1/me/data")
                .then()
                .body("events", hasSize(500))
                .body("more", equalTo(false));

        Shop.send(Shop.BROWSER, page);

        shop.as(phone)
                .get("/v1/me/data")
                .then()
                .body("events", hasSize(500))
                .body("more", equalTo(true));
    }

    @Test
    void othersSeeNothingOfIt() {
        Customer ben = shop.customer();
        Visitor laptop = shop.visitor();
        shop.grant(replica, ben.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        shop.grant(replica, laptop.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\"}");
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));

        for (RequestSpecification other :
                List.of(shop.as(ben), shop.as(laptop), shop.as(ben, laptop))) {
            profile(other).body("traits", anEmptyMap()).body("withheld", equalTo(false));
        }
        for (RequestSpecification other :
                List.of(shop.as(ben), shop.as(laptop), shop.as(ben, laptop))) {
            other.get("/v1/me/data")
                    .then()
                    .body("values", empty())
                    .body("events", empty())
                    .body("links", empty());
        }
        tell(shop.as(ben), "{\"favourite_kind\":\"cat food\"}");
        profile(shop.as(ann)).body("traits.favourite_kind.value", equalTo("tent"));
        shop.as(ben, laptop).post("/v1/me/links").then().statusCode(200);
        profile(shop.as(ann)).body("traits.favourite_kind.value", not(equalTo("cat food")));
        shop.as(ann).get("/v1/me/data").then().body("links", hasSize(1));
        assertThat(shop.person(laptop.key())).isNotEqualTo(shop.person(ann.key()));
    }

    private ValidatableResponse profile(RequestSpecification request) {
        return request.get("/v1/me/profile?purpose=experience")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store");
    }

    private ValidatableResponse tell(RequestSpecification request, String traits) {
        return request.contentType("application/json")
                .body(traits)
                .post("/v1/me/traits")
                .then()
                .statusCode(200);
    }

    private void observed(Visitor visitor, String traits) {
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"traits\":%s}"
                        .formatted(visitor.anonymousId(), traits));
    }
}
