package io.tact.consent.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class WideningTest {
    private static final String PATH = "/v1/me/consents";

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    private final Notices notice = new Notices("wide-" + UUID.randomUUID());
    private final String ann = "customer-" + UUID.randomUUID();

    @BeforeEach
    void firstVersion() {
        register(notice.version("1"));
    }

    @Test
    void yesToLessEndsWhenTheWiderVersionComesIntoForce() {
        says(ann, true, "1", Instant.now()).statusCode(200);
        String inForce = register(notice.version("2").alsoFromThirdParties());
        says(ann, true, "2", Instant.now())
                .statusCode(422)
                .body("type", endsWith("notice-not-in-force"));
        answer(ann).body(path(), equalTo("granted"));

        await(inForce);

        answer(ann).body(path(), equalTo("lapsed")).body("mayAsk", hasItem(Notices.PURPOSE));
        says(ann, true, "1", Instant.now())
                .statusCode(422)
                .body("type", endsWith("notice-superseded"))
                .body("detail", containsString("version 2"));
        says(ann, true, "2", Instant.now()).statusCode(200).body(path(), equalTo("granted"));
        answer(ann).body(path(), equalTo("granted"));
    }

    @Test
    void itsEndReachesEverybodyWhoObeys() {
        says(ann, true, "1", Instant.now()).statusCode(200);
        await(register(notice.version("2").widening(Notices.PURPOSE)));

        Eventually.get(
                "an entry of its own for the end",
                () -> answer(ann).extract().header("Consent-Seq"),
                seq -> seq.endsWith("=2"));
    }

    @Test
    void lateYesFromBeforeIsKeptAndDoesNotCount() {
        Instant before = Instant.now();
        await(register(notice.version("2").alsoFromThirdParties()));

        says(ann, true, "1", before).statusCode(200).body(path(), equalTo("lapsed"));
    }

    @Test
    void noIsTakenWithWhateverNotice() {
        await(register(notice.version("2").alsoFromThirdParties()));

        says(ann, false, "1", Instant.now()).statusCode(200).body(path(), equalTo("refused"));
        says(ann, false, "never registered", Instant.now()).statusCode(400);
        says(ann, false, "9", Instant.now()).statusCode(200);
    }

    @Test
    void otherNoticeThatSaysLessIsOutdatedAsWell() {
        Notices other = new Notices("other-" + UUID.randomUUID());
        register(other.version("1"));
        await(register(notice.version("2").alsoFromThirdParties()));

        says(ann, other, true, "1", Instant.now())
                .statusCode(422)
                .body("type", endsWith("notice-superseded"));
    }

    @Test
    void nobodyAgreesToWhatTheNoticeDoesNotAsk() {
        customer(ann)
                .body(statement(notice, "'marketing':true", "1", Instant.now()))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("type", endsWith("purpose-not-in-notice"));
        says(ann, true, "7", Instant.now())
                .statusCode(422)
                .body("type", endsWith("notice-unknown"));
    }

    @Test
    void noticeThatIsNotKeptIsTakenAtItsWord() {
        says(ann, new Notices("of-a-banner"), true, "1", Instant.now())
                .statusCode(200)
                .body(path(), equalTo("granted"));
    }

    @Test
    void entryNamesTheTextThatWasShown() {
        String hash =
                given().get("/v1/notices/" + notice.id() + "/versions/1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("sha256.en");
        says(ann, true, "1", Instant.now()).statusCode(200);

        String entry =
                Eventually.get(
                        "a proof",
                        () ->
                                customer(ann)
                                        .get("/v1/me/proof?purpose=" + Notices.PURPOSE)
                                        .then()
                                        .extract()
                                        .<String>path("entries[0].body"),
                        body -> body != null);

        assertThat(entry).contains("\"sha256\":\"" + hash + "\"");
    }

    /**
     * @return from when it is in force
     */
    private String register(Notices.Version version) {
        return given().auth()
                .oauth2(stack.tokens().staff("consent-officer"))
                .contentType(ContentType.JSON)
                .body(version.json())
                .post("/v1/notices")
                .then()
                .statusCode(200)
                .extract()
                .path("inForceFrom");
    }

    private static void await(String instant) {
        Eventually.get(
                instant, Instant::now, now -> now.isAfter(Instant.parse(instant).plusMillis(50)));
    }

    private ValidatableResponse says(String who, boolean yes, String version, Instant givenAt) {
        return says(who, notice, yes, version, givenAt);
    }

    private ValidatableResponse says(
            String who, Notices shown, boolean yes, String version, Instant givenAt) {
        return customer(who)
                .body(statement(shown, "'" + Notices.PURPOSE + "':" + yes, version, givenAt))
                .post(PATH)
                .then();
    }

    private static String statement(
            Notices shown, String answers, String version, Instant givenAt) {
        return "{'answers':{%s},'givenAt':'%s','notice':{'id':'%s','version':'%s','language':'en'}}"
                .formatted(answers, givenAt, shown.id(), version)
                .replace('\'', '"');
    }

    private ValidatableResponse answer(String who) {
        return customer(who).get(PATH).then().statusCode(200);
    }

    private static String path() {
        return "answers." + Notices.PURPOSE + ".answer";
    }

    private RequestSpecification customer(String id) {
        return given().auth().oauth2(stack.tokens().customer(id)).contentType(ContentType.JSON);
    }
}
