package io.tact.consent.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tact.consent.ServiceUnderTest;
import io.tact.localstack.test.TestStack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class NoticesTest {
    private static final String PATH = "/v1/notices";

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    private final Notices spring = new Notices("spring-" + UUID.randomUUID());

    @Test
    void textIsKeptToTheByteAndFoundByItsHash() throws Exception {
        String hash =
                register(spring.version("1").json())
                        .statusCode(200)
                        .body("purposes", contains(Notices.PURPOSE))
                        .body("wider", empty())
                        .extract()
                        .path("sha256.en");

        String text =
                given().get(PATH + "/texts/" + hash).then().statusCode(200).extract().asString();

        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
        assertThat(text).contains(Notices.WHAT_WE_DO);
        given().get(PATH + "/" + spring.id() + "/versions/1/text?language=en")
                .then()
                .statusCode(200)
                .body(equalTo(text));
        given().get(PATH + "/" + spring.id() + "/versions/1/text?language=de")
                .then()
                .statusCode(200)
                .body("language", equalTo("de"));
    }

    @Test
    void sameVersionAgainIsTheSameAnswerAndAnotherTextIsRefused() {
        String first = register(spring.version("1").json()).statusCode(200).extract().asString();

        register(spring.version("1").json()).statusCode(200).body(equalTo(first));

        register(spring.version("1").saying("We use what you do on one device everywhere.").json())
                .statusCode(409)
                .body("type", endsWith("notice-version-taken"));
    }

    @Test
    void wideningThatWasForgottenNeedsAVersionOfItsOwn() {
        register(spring.version("1").json()).statusCode(200);
        register(spring.version("2").json()).statusCode(200).body("wider", empty());

        register(spring.version("2").widening(Notices.PURPOSE).json())
                .statusCode(409)
                .body("type", endsWith("notice-version-taken"));

        register(spring.version("3").widening(Notices.PURPOSE).json()).statusCode(200);
        register(spring.version("3").widening(Notices.PURPOSE).json())
                .statusCode(200)
                .body("wider", contains(Notices.PURPOSE));
    }

    @Test
    void noticeThatIsNotPlainIsRefusedWithTheSentenceThatFailed() {
        String hard =
                "Visit information is utilised for the facilitation of individualised communications.";

        register(spring.version("1").saying(hard).json())
                .statusCode(422)
                .body("type", endsWith("notice-not-plain"))
                .body("faults[0].rule", equalTo("hard-to-read"))
                .body("faults[0].purpose", equalTo(Notices.PURPOSE))
                .body("faults[0].language", equalTo("en"))
                .body("faults[0].sentence", equalTo(hard));

        given().get(PATH + "/" + spring.id() + "/versions/1").then().statusCode(404);
    }

    @Test
    void newSourceAsksForMoreAndAPlainerSentenceDoesNot() {
        register(spring.version("1").json()).statusCode(200);

        register(
                        spring.version("2")
                                .saying("We use what you did on one device on the next.")
                                .json())
                .statusCode(200)
                .body("wider", empty());
        register(spring.version("3").alsoFromThirdParties().json())
                .statusCode(200)
                .body("wider", contains(Notices.PURPOSE));
        register(spring.version("4").alsoFromThirdParties().json())
                .statusCode(200)
                .body("wider", empty());
        register(spring.version("5").alsoFromThirdParties().widening(Notices.PURPOSE).json())
                .statusCode(200)
                .body("wider", contains(Notices.PURPOSE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"id\":\"a b\",\"version\":\"1\",\"sources\":{},\"texts\":{}}",
                "{\"id\":\"a\",\"version\":\"1\",\"sources\":{},\"texts\":{\"en\":{}}}",
                "{\"id\":\"a\",\"version\":\"1\",\"sources\":{\"marketing\":[]},\"texts\":{\"en\":{\"marketing\":{}}}}",
                "{\"id\":\"a\",\"version\":\"1\",\"sources\":{\"marketing\":[\"mind\"]},\"texts\":{\"en\":{\"marketing\":{}}}}",
                "{\"id\":\"a\",\"version\":\"1\",\"sources\":{\"marketing\":[\"browsing\"]},\"texts\":{\"en\":{\"marketing\":null}}}",
                "{\"id\":\"a\",\"version\":\"1\",\"sources\":{\"marketing\":null},\"texts\":{\"en\":{\"marketing\":{}}}}"
            })
    void whatIsNoNoticeIsRefused(String body) {
        register(body).statusCode(400).body("type", endsWith("body-malformed"));
    }

    @Test
    void languageThatNobodyCanCheckAndPurposeThatNobodyIsAskedAreRefused() {
        register(spring.version("1").json().replace("\"de\"", "\"fr\""))
                .statusCode(422)
                .body("type", endsWith("language-unknown"));
        register(spring.version("1").json().replace(Notices.PURPOSE, "astrology"))
                .statusCode(422)
                .body("type", endsWith("purpose-unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy-officer", "merchandiser", "analyst"})
    void onlyAConsentOfficerRegisters(String role) {
        given().auth()
                .oauth2(stack.tokens().staff(role))
                .contentType(ContentType.JSON)
                .body(spring.version("1").json())
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void neitherACustomerNorAStrangerRegisters() {
        given().auth()
                .oauth2(stack.tokens().customer("ann"))
                .contentType(ContentType.JSON)
                .body(spring.version("1").json())
                .post(PATH)
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(spring.version("1").json())
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/texts/x",
                "/texts/" + NO_HASH,
                "/none/versions/1",
                "/none/versions/1/text"
            })
    void whatIsNotKeptIsNotFound(String path) {
        given().get(PATH + path).then().statusCode(404).body("type", endsWith("notice-unknown"));
    }

    private static final String NO_HASH =
            "0000000000000000000000000000000000000000000000000000000000000000";

    private ValidatableResponse register(String body) {
        return given().auth()
                .oauth2(stack.tokens().staff("consent-officer"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then();
    }
}
