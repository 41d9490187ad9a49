package io.tact.consent.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protected categories: each by a text and a yes of its own. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class SensitiveTest {
    private static final String TEXT =
            "{'title':'Food that suits me','whatWeDo':'We use the allergies that you tell us to leave out food.','whatYouGet':'You see only food that you can eat.','ifYouSayNo':'You see all food.'}";

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    private final String id = UUID.randomUUID().toString();
    private final String purpose = "sensitive:diet_" + id.replaceAll("[^a-f]", "");
    private final String notice = "diet-" + id;
    private final String named = "{'id':'" + notice + "','version':'1','language':'en'}";

    @BeforeEach
    void ask() {
        register("'%s':['entered']".formatted(purpose), "'%s':%s".formatted(purpose, TEXT))
                .statusCode(200)
                .body("purposes", contains(purpose));
    }

    @Test
    void isAskedForApartFromEverythingElse() {
        JsonPath texts = given().get("/v1/purposes?language=de").then().extract().jsonPath();

        assertThat(texts.getList("purposes.purpose")).doesNotContain(purpose);
        String own = "sensitive.find { it.purpose.purpose == '" + purpose + "' }";
        assertThat(texts.getString(own + ".notice.id")).isEqualTo(notice);
        assertThat(texts.getString(own + ".notice.language"))
                .as("there is no other")
                .isEqualTo("en");
        assertThat(texts.getString(own + ".purpose.whatYouGet")).contains("food that you can eat");
        ann().get("/v1/me/consents")
                .then()
                .body("unanswered", not(hasItem(purpose)))
                .body("mayAsk", hasItem(purpose));
    }

    @Test
    void yesOfItsOwnUnderItsOwnTextCountsAndCanBeProved() {
        say("{'%s':true}".formatted(purpose), named)
                .statusCode(200)
                .body("answers.'" + purpose + "'.answer", equalTo("granted"));

        assertThat(proof()).isEqualTo("granted");
        JsonPath receipt = receipt();
        String process = "'dct:hasPart'[0].'dpv:hasProcess'";
        assertThat(receipt.getString(process + ".'dpv:hasLegalBasis'")).isEqualTo("eu-gdpr:A9-2-a");
        assertThat(receipt.getList(process + ".'dpv:hasPersonalData'[0].'@type'", String.class))
                .contains("dpv:SpecialCategoryPersonalData");
        assertThat(receipt.getString("'dct:hasPart'[0].'dpv:hasNotice'.'tact:text'"))
                .contains("allergies");
    }

    @Test
    void noNeedsNoTextAndHasAReceiptThatSaysWhatItWas() {
        say("{'%s':true}".formatted(purpose), named).statusCode(200);

        say("{'%s':false,'marketing':false}".formatted(purpose), null)
                .statusCode(200)
                .body("answers.'" + purpose + "'.answer", equalTo("withdrawn"));

        JsonPath receipt = receipt();
        assertThat(
                        receipt.getString(
                                "'dct:hasPart'[0].'dpv:hasProcess'.'dpv:hasPurpose'.'dct:title'"))
                .isEqualTo("Food that suits me");
    }

    @Test
    void yesWithoutItsTextIsNone() {
        say("{'%s':true}".formatted(purpose), null)
                .statusCode(422)
                .body("type", endsWith("/notice-required"));
        say(
                        "{'%s':true}".formatted(purpose),
                        "{'id':'nobody-registered-it','version':'1','language':'en'}")
                .statusCode(422)
                .body("type", endsWith("/notice-required"));
        say(
                        "{'%s':true}".formatted(purpose),
                        "{'id':'tact-purposes','version':'1','language':'en'}")
                .statusCode(422)
                .body("type", endsWith("/purpose-not-in-notice"));
        nothingHolds();
    }

    @Test
    void yesAmongOthersIsNone() {
        say("{'%s':true,'experience':true}".formatted(purpose), named)
                .statusCode(422)
                .body("type", endsWith("/sensitive-not-alone"));
        nothingHolds();
    }

    @Test
    void nobodyAnswersWhatNoNoticeAsks() {
        for (String answer : new String[] {"true", "false"}) {
            say("{'sensitive:nobody_asks':%s}".formatted(answer), named)
                    .statusCode(422)
                    .body("type", endsWith("/purpose-unknown"));
        }
        ann().get("/v1/me/proof?purpose=sensitive:nobody_asks")
                .then()
                .statusCode(422)
                .body("type", endsWith("/purpose-unknown"));
    }

    @Test
    void isNeverBundledWithAnotherPurpose() {
        register(
                        "'%s':['entered'],'cross_device':['browsing']".formatted(purpose),
                        "'%s':%s,'cross_device':%2$s".formatted(purpose, TEXT))
                .statusCode(400)
                .body("detail", equalTo("A protected category is asked for alone."));
    }

    @Test
    void isNeverAskedForInPassing() {
        register("'measurement':['entered']", "'measurement':" + TEXT)
                .statusCode(422)
                .body("faults[0].rule", equalTo("protected-category"))
                .body("faults[0].sentence", containsString("allergies"));
    }

    private ValidatableResponse register(String sources, String texts) {
        String body =
                "{'id':'%s','version':'1','sources':{%s},'texts':{'en':{%s}}}"
                        .formatted(notice, sources, texts);
        return given().auth()
                .oauth2(stack.tokens().staff("consent-officer"))
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/v1/notices")
                .then();
    }

    private ValidatableResponse say(String answers, @Nullable String shown) {
        String body = "{'answers':" + answers + (shown == null ? "}" : ",'notice':" + shown + "}");
        return ann().contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/v1/me/consents")
                .then();
    }

    private void nothingHolds() {
        assertThat(ann().get("/v1/me/consents").jsonPath().getMap("answers")).isEmpty();
    }

    private String proof() {
        return signed("/v1/me/proof").getString("answer");
    }

    private JsonPath receipt() {
        return signed("/v1/me/receipts");
    }

    private JsonPath signed(String path) {
        Response answer =
                Eventually.get(
                        path,
                        () -> ann().queryParam("purpose", purpose).get(path),
                        response -> response.statusCode() == 200);
        return new JsonPath(answer.asString());
    }

    private RequestSpecification ann() {
        return given().auth().oauth2(stack.tokens().customer("ann-" + id));
    }
}
