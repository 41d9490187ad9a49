package io.tact.profile.question;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class QuestionsTest {
    private static final String YES_NO = "{\"type\":\"boolean\"}";

    Shop shop;

    @Test
    void aQuestionIsShownAsItWasAskedWithWhoDecidedIt() {
        String name = Questions.name();

        put(name, Questions.body("experience", Questions.COLOURS, ",\"category\":\"tents\""))
                .statusCode(200)
                .body("version", equalTo(1));

        staff().get("/v1/questions/" + name)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("text.de", equalTo("Welches Zelt?"))
                .body("why.en", equalTo("To show you tents"))
                .body("benefit.en", equalTo("Fewer tents"))
                .body("category", equalTo("tents"))
                .body("answer.choices[1].label.de", equalTo("Blau"))
                .body("answer.min", nullValue())
                .body("keepFor", equalTo("P30D"))
                .body("by", equalTo("staff-merchandiser"))
                .body("retired", equalTo(false));
        staff().get("/v1/questions").then().body("questions.name", hasItem(name));
    }

    @Test
    void everyVersionIsKeptWithWhoDecidedIt() {
        String name = Questions.ask(shop, "experience", YES_NO);
        Questions.put(shop, "privacy-officer", name, Questions.body("functionality", YES_NO, ""))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("purpose", equalTo("functionality"));

        staff().delete("/v1/questions/" + name).then().statusCode(204);
        staff().delete("/v1/questions/" + name).then().statusCode(204);

        staff().get("/v1/questions/" + name)
                .then()
                .body("retired", equalTo(true))
                .body("version", equalTo(3));
        assertThat(
                        shop.query(
                                "select decided_by || ' ' || retired from question where name = ? order by id",
                                name))
                .containsExactly(
                        "staff-merchandiser false",
                        "staff-privacy-officer false",
                        "staff-merchandiser true");
        assertThatThrownBy(() -> shop.query("delete from question where name = ?", name))
                .hasMessageContaining("append-only");
    }

    @Test
    void aRetiredQuestionCanBeAskedAgain() {
        String name = Questions.ask(shop, "experience", YES_NO);
        staff().delete("/v1/questions/" + name).then().statusCode(204);

        put(name, Questions.body("experience", YES_NO, "")).body("retired", equalTo(false));
    }

    @Test
    void whatWasNeverAskedIsUnknown() {
        problem(staff().get("/v1/questions/never_asked").then(), 404, "question-unknown");
        problem(staff().delete("/v1/questions/never_asked").then(), 404, "question-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"marketing\"", "\"experience\",\"marketing\"", "\"sensitive:health\""})
    void theBenefitIsTiedToNoOtherConsent(String needed) {
        String body =
                Questions.body("experience", YES_NO, "")
                        .replace("\"benefitNeeds\":[]", "\"benefitNeeds\":[" + needed + "]");

        problem(put(Questions.name(), body), 422, "benefit-tied");
    }

    @Test
    void theBenefitMayNeedTheQuestionsOwnPurpose() {
        String body =
                Questions.body("experience", YES_NO, "")
                        .replace("\"benefitNeeds\":[]", "\"benefitNeeds\":[\"experience\"]");

        put(Questions.name(), body).statusCode(200).body("benefitNeeds[0]", equalTo("experience"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    tent       | experience         | health
                    tent       | marketing          | sensitive:religion
                    tent       | sensitive:religion | health
                    tent       | sensitive:religion | Medical Health > Pregnancy
                    pregnant   | experience         | tents
                    religion   | functionality      | tents
                    """)
    void whatIsProtectedIsAskedForItsOwnPurposeOnly(String name, String purpose, String category) {
        String body = Questions.body(purpose, YES_NO, ",\"category\":\"%s\"".formatted(category));

        problem(put(name, body), 422, "sensitive-purpose-required");
    }

    @Test
    void whatCanBeChosenIsReadAsWell() {
        String answer =
                "{\"type\":\"choice\",\"many\":true,\"choices\":[{\"value\":\"a\",\"label\":{\"en\":\"Diabetes\",\"de\":\"Diabetes\"}}]}";

        problem(
                put(Questions.name(), Questions.body("experience", answer, "")),
                422,
                "sensitive-purpose-required");
    }

    @Test
    void aProtectedQuestionIsAskedForItsPurpose() {
        String body =
                Questions.body("sensitive:health", YES_NO, ",\"category\":\"health\"")
                        .replace("Which tent?", "Is a hip replacement planned?");

        put(Questions.name(), body).statusCode(200).body("purpose", equalTo("sensitive:health"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "necessary",
                "identity_link",
                "cross_device",
                "curiosity",
                "Experience",
                "sensitive:",
                "sensitive:weather"
            })
    void otherPurposesAreNone(String purpose) {
        problem(
                put(Questions.name(), Questions.body(purpose, YES_NO, "")),
                422,
                "question-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tent", "1tent", "tent-1", "_tent"})
    void aNameIsThatOfATrait(String name) {
        problem(put(name, Questions.body("experience", YES_NO, "")), 422, "question-invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"type":"poem"}                                   | answer.type
                    {"type":"number","min":1}                         | answer.max
                    {"type":"number","min":2,"max":1}                 | min to max
                    {"type":"boolean","longest":3}                    | does not have
                    {"type":"text","longest":201}                     | longest
                    {"type":"choice","many":false}                    | answer.choices
                    {"type":"choice","many":false,"choices":[]}       | 1 to 100
                    {}                                                | answer.type
                    """)
    void anAnswersTypeIsWhole(String answer, String detail) {
        problem(
                        put(Questions.name(), Questions.body("experience", answer, "")),
                        422,
                        "question-invalid")
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1M", "P3651D", "P0D", "P1Y", "thirty days", ""})
    void keepForIsDays(String keepFor) {
        String body = Questions.body("experience", YES_NO, "").replace("P30D", keepFor);

        problem(put(Questions.name(), body), 422, "question-invalid")
                .body("detail", containsString("keepFor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "no json",
                "{\"unknown\":1}",
                "{\"purpose\":\"a\",\"purpose\":\"b\"}",
                "{\"purpose\":7}",
                "{\"askAgainAfterSkip\":\"7\"}",
                "{\"askAgainAfterSkip\":7.5}",
                "{\"text\":{\"en\":\"Which?\"}}",
                "{} {}"
            })
    void aBodyOfAnotherFormIsRefused(String body) {
        problem(put(Questions.name(), body), 400, "body-malformed");
    }

    @Test
    void whatIsMissingIsNamed() {
        problem(put(Questions.name(), "{}"), 422, "question-invalid")
                .body("detail", equalTo("text is missing"));
        staff().get("/v1/questions").then().body("questions.name", not(hasItem("1tent")));
    }

    private ValidatableResponse put(String name, String body) {
        return Questions.put(shop, "merchandiser", name, body);
    }

    private RequestSpecification staff() {
        return given().auth().oauth2(shop.stack().tokens().staff("merchandiser"));
    }

    private static ValidatableResponse problem(
            ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/" + slug));
    }
}
