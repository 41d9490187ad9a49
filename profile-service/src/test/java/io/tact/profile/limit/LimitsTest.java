package io.tact.profile.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class LimitsTest {
    private static final String RESTRICT = "{\"restricted\":true}";
    private static final String LIFT = "{\"restricted\":false}";
    private static final String OBJECT = "{\"objected\":true}";

    Shop shop;
    @Inject ConsentReplica replica;
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        phone = shop.visitor();
        for (IdentityKey key : List.of(ann.key(), phone.key())) {
            shop.grant(replica, key, Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        }
    }

    @Test
    void whatIsRestrictedIsWithheldOnTheVeryNextRequestAndStillShownToThePerson() {
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\"}").body("kept", equalTo(true));

        limit(shop.as(ann), RESTRICT)
                .body("restricted", equalTo(true))
                .body("objected", equalTo(false))
                .body("at", endsWith("Z"));

        profile(shop.as(ann)).body("traits", anEmptyMap()).body("withheld", equalTo(true));
        shop.as(ann).get("/v1/me/data").then().body("values[0].value", equalTo("tent"));
        tell(shop.as(ann), "{\"favourite_kind\":\"coat\"}")
                .body("kept", equalTo(false))
                .body("reason", equalTo("RESTRICTED"));

        limit(shop.as(ann), LIFT).body("restricted", equalTo(false));
        profile(shop.as(ann)).body("traits.favourite_kind.value", equalTo("tent"));
    }

    @Test
    void whatWasLimitedOnAnotherReplicaCountsAtOnce() {
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\"}");

        shop.query(
                "insert into privacy_limit (identity_key, restricted, objected, version, at) values (?, true, false, 1, now())",
                ann.key().value());

        profile(shop.as(ann)).body("traits", anEmptyMap()).body("withheld", equalTo(true));
    }

    @Test
    void aNoIsAlsoThatOfWhomOneIsLinkedToAndAYesIsNot() {
        tell(shop.as(phone), "{\"favourite_kind\":\"tent\"}");
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));
        String person = shop.person(ann.key());

        limit(shop.as(ann), "{\"restricted\":true,\"objected\":true}");
        limits(shop.as(phone)).body("restricted", equalTo(true)).body("objected", equalTo(true));

        limit(shop.as(ann), "{\"restricted\":false,\"objected\":false}");
        limits(shop.as(ann)).body("restricted", equalTo(false)).body("objected", equalTo(false));
        limits(shop.as(phone)).body("restricted", equalTo(true)).body("objected", equalTo(true));
        profile(shop.as(ann)).body("traits", not(hasKey("favourite_kind")));

        limit(shop.as(ann, phone), LIFT);
        limits(shop.as(phone)).body("restricted", equalTo(false)).body("objected", equalTo(true));
        profile(shop.as(ann)).body("traits.favourite_kind.value", equalTo("tent"));
        assertThat(shop.person(phone.key())).as("still linked").isEqualTo(person);
    }

    @Test
    void otherPeoplesLimitsAreTheirs() {
        Customer ben = shop.customer();
        shop.grant(replica, ben.key(), Purpose.EXPERIENCE);
        tell(shop.as(ben), "{\"favourite_kind\":\"tent\"}");

        limit(shop.as(ann), "{\"restricted\":true,\"objected\":true}");

        limits(shop.as(ben))
                .body("restricted", equalTo(false))
                .body("objected", equalTo(false))
                .body("at", nullValue());
        profile(shop.as(ben)).body("traits.favourite_kind.value", equalTo("tent"));
        shop.as(ben)
                .contentType("application/json")
                .header("X-Tact-Subject", "user_id:" + ann.userId())
                .body(LIFT)
                .put("/v1/me/limits?userId=" + ann.userId())
                .then()
                .statusCode(200);
        limits(shop.as(ann)).body("restricted", equalTo(true));
    }

    @Test
    void nothingIsInferredAboutWhoeverObjectsUntilTheyLiftIt() {
        tell(shop.as(phone), "{\"age\":36}");
        viewed();
        String views = define();
        Eventually.holds("an inferred value", () -> inferred(views) != null);

        limit(shop.as(phone), OBJECT);

        profile(shop.as(phone))
                .body("traits", not(hasKey(views)))
                .body("traits.age.value", equalTo(36))
                .body("profiling.on", equalTo(false))
                .body("profiling.because", equalTo("OBJECTED"));
        shop.as(phone)
                .get("/v1/me/data")
                .then()
                .body("values.name", equalTo(List.of("age")))
                .body("events[0].name", equalTo("Product Viewed"));
        Eventually.holds("nothing is taken of their events", () -> parts().equals(List.of("0")));

        limit(shop.as(phone), "{\"objected\":false}");
        Eventually.holds("as before", () -> Integer.valueOf(1).equals(inferred(views)));
    }

    @Test
    void nothingMoreIsKeptOfWhoeverRestrictsBesideWhatTheContractNeeds() {
        limit(shop.as(ann), RESTRICT);

        Shop.send(
                Shop.SERVER,
                "{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"%s\",\"properties\":{\"product_id\":\"1\"}}"
                        .formatted(ann.userId()),
                "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"%s\",\"properties\":{\"order_id\":\"1\"}}"
                        .formatted(ann.userId()));
        Shop.send(
                Shop.HISTORY,
                """
                {"type":"track","event":"Product Viewed","userId":"%s","properties":{"product_id":"1"},
                 "context":{"consent":{"categoryPreferences":{"experience":true}}}}"""
                        .formatted(ann.userId()));

        assertThat(
                        shop.query(
                                "select name || purposes::text || ground from event where identity_key = ?",
                                ann.key().value()))
                .containsExactly("Order Completed{}contract");
        assertThat(
                        shop.query(
                                "select count(*) from waiting_event where awaits = ?",
                                ann.key().value()))
                .containsExactly("0");
    }

    @Test
    void limitsArePublishedAndTheViewFollows() {
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\"}");
        String person = shop.person(ann.key());
        read("profile.view.v1", record -> record.key().equals(person) && record.value() != null);

        limit(shop.as(ann), RESTRICT);
        read("profile.view.v1", record -> record.key().equals(person) && record.value() == null);
        limit(shop.as(ann), LIFT);

        List<ConsumerRecord<String, String>> records =
                read(
                        "privacy.limit.v1",
                        record ->
                                record.key().equals(ann.key().value())
                                        && record.value().contains("\"version\" : 2"));
        var last = records.get(records.size() - 1);
        new Contract("privacy.limit.v1").holdsFor(last.value(), last.key());
        assertThat(last.value()).contains("\"restricted\" : false");
    }

    @Test
    void sayingItTwiceChangesNothing() {
        String first = limit(shop.as(ann), RESTRICT).extract().asString();

        assertThat(limit(shop.as(ann), RESTRICT).extract().asString()).isEqualTo(first);
        assertThat(
                        shop.query(
                                "select version from privacy_limit where identity_key = ?",
                                ann.key().value()))
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"restricted\":\"yes\"}",
                "{\"restricted\":null}",
                "{\"restricted\":true,\"subject\":\"user_id:ben\"}"
            })
    void onlyLimitsAreUnderstood(String body) {
        shop.as(ann)
                .contentType("application/json")
                .body(body)
                .put("/v1/me/limits")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/body-malformed"));
    }

    private static ValidatableResponse limit(RequestSpecification who, String body) {
        return who.contentType("application/json")
                .body(body)
                .put("/v1/me/limits")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse limits(RequestSpecification who) {
        return who.get("/v1/me/limits").then().statusCode(200);
    }

    private static ValidatableResponse profile(RequestSpecification who) {
        return who.get("/v1/me/profile?purpose=experience").then().statusCode(200);
    }

    private static ValidatableResponse tell(RequestSpecification who, String told) {
        return who.contentType("application/json").body(told).post("/v1/me/traits").then();
    }

    private void viewed() {
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"track\",\"event\":\"Product Viewed\",\"anonymousId\":\"%s\",\"properties\":{\"product_id\":\"tent-1\"}}"
                        .formatted(phone.anonymousId()));
    }

    private String define() {
        String name = "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(shop.stack().tokens().staff("analyst"))
                .contentType("application/json")
                .body(
                        """
                        {"kind":"trait","purpose":"experience","value":"views",
                         "over":{"views":{"match":"event.name == 'Product Viewed'","take":"count"}}}""")
                .put("/v1/definitions/" + name)
                .then()
                .statusCode(202);
        return name;
    }

    private Object inferred(String name) {
        return profile(shop.as(phone)).extract().path("traits." + name + ".value");
    }

    private List<String> parts() {
        return shop.query(
                "select count(*) from computed_part where identity_key = ?", phone.key().value());
    }

    private List<ConsumerRecord<String, String>> read(
            String topic, Predicate<ConsumerRecord<String, String>> last) {
        try (var reader =
                new TopicUnderTest(
                        shop.stack().bootstrapServers(), shop.stack().topicPrefix() + topic)) {
            return reader.readUntil(last);
        }
    }
}
