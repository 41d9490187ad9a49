package io.tact.profile.correcting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import io.tact.profile.question.Questions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class CorrectingTest {
    private static final Purpose HEALTH = new Purpose("sensitive:health");

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
    void correctedValueIsToldAndShowsInTheVeryNextRead() {
        observed("\"coat\"");

        correct(shop.as(phone), "favourite_kind", "\"tent\"").statusCode(204);

        profile(shop.as(phone), "experience")
                .body("traits.favourite_kind.value", equalTo("tent"))
                .body("traits.favourite_kind.class", equalTo("told"))
                .body("traits.favourite_kind.source", equalTo("visitor"));
        values(shop.as(phone))
                .body("values.value", equalTo(List.of("tent")))
                .body("values[0].purposes", equalTo(List.of("experience")));
    }

    @Test
    void correctionReachesNoFurtherPurpose() {
        observed("\"coat\"");
        shop.grant(replica, phone.key(), Purpose.MARKETING);

        correct(shop.as(phone), "favourite_kind", "\"tent\"").statusCode(204);

        profile(shop.as(phone), "marketing").body("traits", anEmptyMap());
    }

    @Test
    void correctingNeedsNoConsent() {
        observed("\"coat\"");
        shop.withdraw(replica, phone.key(), Purpose.EXPERIENCE);

        correct(shop.as(phone), "favourite_kind", "\"tent\"").statusCode(204);

        values(shop.as(phone))
                .body("values.value", equalTo(List.of("tent")))
                .body("values[0].purposes", equalTo(List.of("experience")));
        profile(shop.as(phone), "experience").body("traits", anEmptyMap());
    }

    @Test
    void whatIsWrongOfAJoinedBrowserIsGoneThereToo() {
        observed("\"coat\"");
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));

        correct(shop.as(ann), "favourite_kind", "\"tent\"").statusCode(204);

        profile(shop.as(ann), "experience").body("traits.favourite_kind.value", equalTo("tent"));
        profile(shop.as(phone), "experience").body("traits.favourite_kind.value", equalTo("tent"));
        values(shop.as(phone)).body("values", empty());
    }

    @Test
    void visitorsTokenAloneNeitherCorrectsNorDeletesWhatTheAccountTold() {
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\"}");
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));

        correct(shop.as(phone), "favourite_kind", "\"coat\"").statusCode(404);
        forget(shop.as(phone), "favourite_kind");

        values(shop.as(ann)).body("values.value", equalTo(List.of("tent")));
    }

    @Test
    void othersNeitherCorrectNorDelete() {
        Customer ben = shop.customer();
        shop.grant(replica, ben.key(), Purpose.EXPERIENCE);
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\"}");

        correct(shop.as(ben), "favourite_kind", "\"coat\"").statusCode(404);
        forget(shop.as(ben), "favourite_kind");

        values(shop.as(ann)).body("values.value", equalTo(List.of("tent")));
        values(shop.as(ben)).body("values", empty());
    }

    @Test
    void whatNobodyHoldsCannotBeCorrectedAndIsSaidWhereToTellIt() {
        correct(shop.as(ann), "favourite_kind", "\"tent\"")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/value-unknown"))
                .body(
                        "detail",
                        equalTo(
                                "There is nothing of this name to correct. Tell something new by POST /v1/me/traits."));

        values(shop.as(ann)).body("values", empty());
    }

    @Test
    void whatWasInferredIsCorrected() {
        tell(shop.as(ann), "{\"age\":36}");
        String seen = "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        RestAssured.given()
                .auth()
                .oauth2(shop.stack().tokens().staff("analyst"))
                .contentType("application/json")
                .body(
                        "{\"kind\":\"trait\",\"purpose\":\"experience\",\"value\":\"views\",\"over\":{\"views\":{\"match\":\"event.name == 'Seen'\",\"take\":\"count\",\"days\":30}}}")
                .put("/v1/definitions/" + seen)
                .then()
                .statusCode(202);
        Shop.send(
                Shop.HISTORY,
                "{\"type\":\"track\",\"event\":\"Seen\",\"userId\":\"%s\",\"context\":{\"consent\":{\"categoryPreferences\":{\"experience\":true}}}}"
                        .formatted(ann.userId()));
        Eventually.holds(
                "it is inferred",
                () ->
                        Integer.valueOf(1)
                                .equals(
                                        profile(shop.as(ann), "experience")
                                                .extract()
                                                .path("traits." + seen + ".value")));

        correct(shop.as(ann), seen, "0").statusCode(204);

        profile(shop.as(ann), "experience")
                .body("traits." + seen + ".value", equalTo(0))
                .body("traits." + seen + ".class", equalTo("told"));
    }

    @Test
    void protectedCategoryIsCorrectedOnlyWhereItWasToldForItsOwnPurpose() {
        observed("\"coat\"");

        correct(shop.as(phone), "favourite_kind", "\"insulin for diabetes\"")
                .statusCode(422)
                .body("type", equalTo("https://tact.dev/problems/value-protected"));

        values(shop.as(phone)).body("values.value", equalTo(List.of("coat")));
    }

    @Test
    void protectedCategoryThatWasToldStaysForItsOwnPurposeAlone() {
        shop.grant(replica, ann.key(), HEALTH);
        tell(shop.as(ann), "{\"allergy\":\"peanuts\"}");

        correct(shop.as(ann), "allergy", "\"hazelnuts\"").statusCode(204);

        values(shop.as(ann))
                .body("values.value", equalTo(List.of("hazelnuts")))
                .body("values[0].purposes", equalTo(List.of("sensitive:health")));
    }

    @Test
    void correctedAnswerEndsWhenItsQuestionSaid() {
        String colour = Questions.ask(shop, "experience", Questions.COLOURS);
        shop.as(ann)
                .contentType("application/json")
                .body("{\"value\":\"red\"}")
                .put("/v1/me/questions/" + colour + "/answer")
                .then()
                .body("kept", equalTo(true));
        String until = values(shop.as(ann)).extract().path("values[0].until");

        correct(shop.as(ann), colour, "\"blue\"").statusCode(204);

        values(shop.as(ann))
                .body("values.value", equalTo(List.of("blue")))
                .body("values[0].until", equalTo(until));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{}",
                "[]",
                "{\"value\":null}",
                "{\"value\":{}}",
                "{\"value\":[1]}",
                "{\"value\":1,\"value\":2}",
                "{\"value\":1,\"purposes\":[\"marketing\"]}",
                "{\"value\":\"\\u0000\"}"
            })
    void onlyAPlainValueCorrects(String body) {
        observed("\"coat\"");

        shop.as(phone)
                .contentType("application/json")
                .body(body)
                .put("/v1/me/values/favourite_kind")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");

        values(shop.as(phone)).body("values.value", equalTo(List.of("coat")));
    }

    @ParameterizedTest
    @ValueSource(ints = {198, 199})
    void twoHundredCharactersAreKept(int letters) {
        observed("\"coat\"");

        correct(shop.as(phone), "favourite_kind", "\"" + "x".repeat(letters) + "\"")
                .statusCode(letters + 2 <= 200 ? 204 : 400);
    }

    @Test
    void whatIsDeletedIsGoneOfEveryClassAndIdentityAndTheViewFollows() {
        observed("\"coat\"");
        tell(shop.as(ann), "{\"favourite_kind\":\"tent\",\"size\":42}");
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));
        long before = version();

        forget(shop.as(ann), "favourite_kind");

        profile(shop.as(ann), "experience")
                .body("traits.favourite_kind", nullValue())
                .body("traits.size.value", equalTo(42));
        values(shop.as(ann)).body("values.name", equalTo(List.of("size")));
        values(shop.as(phone)).body("values", empty());
        assertThat(version()).isEqualTo(before + 1);
        forget(shop.as(ann), "favourite_kind");
        assertThat(version()).as("nothing more to say").isEqualTo(before + 1);
    }

    @Test
    void nameThatNothingCanHaveDeletesNothing() {
        shop.as(ann).urlEncodingEnabled(false).delete("/v1/me/values/a%00b").then().statusCode(204);
    }

    private long version() {
        return Long.parseLong(
                shop.query("select version from person where person = ?", shop.person(ann.key()))
                        .get(0));
    }

    private void observed(String kind) {
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"traits\":{\"favourite_kind\":%s}}"
                        .formatted(phone.anonymousId(), kind));
    }

    private static void tell(RequestSpecification who, String traits) {
        who.contentType("application/json")
                .body(traits)
                .post("/v1/me/traits")
                .then()
                .body("kept", equalTo(true));
    }

    private static ValidatableResponse correct(
            RequestSpecification who, String name, String value) {
        return who.contentType("application/json")
                .body("{\"value\":" + value + "}")
                .put("/v1/me/values/" + name)
                .then();
    }

    private static void forget(RequestSpecification who, String name) {
        who.delete("/v1/me/values/" + name).then().statusCode(204);
    }

    private static ValidatableResponse profile(RequestSpecification who, String purpose) {
        return who.get("/v1/me/profile?purpose=" + purpose).then().statusCode(200);
    }

    private static ValidatableResponse values(RequestSpecification who) {
        return who.get("/v1/me/data").then().statusCode(200);
    }
}
