package io.tact.consent.consents;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.localstack.test.TestStack;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class MinorsTest {
    private static final String PATH = "/v1/me/consents";

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    private final String ben = "customer-" + UUID.randomUUID();
    private final String browser = UUID.randomUUID().toString();

    @Test
    void whoeverIsTooYoungIsAskedNothing() {
        born(years(15))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("tooYoung", equalTo(true))
                .body("mayAsk", empty())
                .body("unanswered", empty())
                .body("answers", anEmptyMap());
    }

    @Test
    void yesOfWhoeverIsTooYoungIsANo() {
        says(born(years(15)), "{\"answers\":{\"marketing\":true,\"experience\":false}}")
                .body("tooYoung", equalTo(true))
                .body("answers.marketing.answer", equalTo("refused"))
                .body("answers.experience.answer", equalTo("refused"));
    }

    @Test
    void yesFromWhenNobodyKnewTheAgeEndsAtTheFirstLook() {
        says(customer(), "{\"answers\":{\"marketing\":true}}");

        born(years(15)).get(PATH).then().body("answers.marketing.answer", equalTo("withdrawn"));

        customer().get(PATH).then().body("answers.marketing.answer", equalTo("withdrawn"));
    }

    @Test
    void itIsTheSameWithABanner() {
        born(years(15))
                .header("Tact-Visitor", stack.tokens().visitor(browser))
                .contentType(ContentType.JSON)
                .body(
                        "{\"categories\":[\"marketing\"],\"consentId\":\"%s\",\"consentTimestamp\":\"%s\"}"
                                .formatted(UUID.randomUUID(), Instant.now()))
                .post("/api/cookieconsent")
                .then()
                .statusCode(204);

        customer().get(PATH).then().body("answers.marketing.answer", equalTo("refused"));
        given().header("Tact-Visitor", stack.tokens().visitor(browser))
                .get(PATH)
                .then()
                .body("answers.marketing.answer", equalTo("refused"));
    }

    @Test
    void sixteenIsOldEnoughAndSoIsWhoeverTheShopKnowsNoBirthdayOf() {
        says(born(years(16)), "{\"answers\":{\"marketing\":true}}")
                .body("answers.marketing.answer", equalTo("granted"))
                .body("tooYoung", nullValue());
        customer().get(PATH).then().body("unanswered", hasItem("experience"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000-01-01", "yesterday"})
    void birthdateThatIsNoneProvesNoAge(String birthdate) {
        born(birthdate).get(PATH).then().body("tooYoung", equalTo(true));
    }

    private static String years(int old) {
        return LocalDate.now(ZoneOffset.UTC).minusYears(old).toString();
    }

    private ValidatableResponse says(RequestSpecification who, String body) {
        return who.contentType(ContentType.JSON).body(body).post(PATH).then().statusCode(200);
    }

    private RequestSpecification born(String birthdate) {
        return given().auth().oauth2(stack.tokens().customer(ben, Map.of("birthdate", birthdate)));
    }

    private RequestSpecification customer() {
        return given().auth().oauth2(stack.tokens().customer(ben));
    }
}
