package io.tact.consent.consents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class MyConsentsTest {
    private static final String PATH = "/v1/me/consents";

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    @Test
    void whoWasNeverAskedHasEverythingUnanswered() {
        customer("nobody-asked")
                .get(PATH)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("Consent-Seq", nullValue())
                .body("answers", equalTo(java.util.Map.of()))
                .body(
                        "unanswered",
                        contains(
                                "functionality",
                                "measurement",
                                "experience",
                                "marketing",
                                "identity_link",
                                "cross_device"));
    }

    @Test
    void answersStandAtOnceAndCountVersions() {
        String ann = someone();

        say(customer(ann), "{'answers':{'experience':true,'marketing':false}}")
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("Consent-Seq", key(Identity.customer(ann)) + "=1")
                .body("answers.experience.answer", equalTo("granted"))
                .body("answers.experience.at", matchesPattern("\\d{4}-.*Z"))
                .body("answers.marketing.answer", equalTo("refused"))
                .body(
                        "unanswered",
                        contains("functionality", "measurement", "identity_link", "cross_device"));
        say(customer(ann), "{'answers':{'experience':false}}")
                .statusCode(200)
                .header("Consent-Seq", key(Identity.customer(ann)) + "=2")
                .body("answers.experience.answer", equalTo("withdrawn"))
                .body("answers.marketing.answer", equalTo("refused"));
        customer(ann)
                .get(PATH)
                .then()
                .header("Consent-Seq", key(Identity.customer(ann)) + "=2")
                .body("answers.experience.answer", equalTo("withdrawn"));
    }

    @Test
    void bothCredentialsAnswerForBothIdentities() {
        String ann = someone();
        String subject = subject();

        List<ConsentSeq> versions =
                ConsentSeq.parse(
                        List.of(
                                say(both(ann, subject), "{'answers':{'marketing':true}}")
                                        .statusCode(200)
                                        .body("answers.marketing.answer", equalTo("granted"))
                                        .extract()
                                        .header("Consent-Seq")));

        assertThat(versions)
                .extracting(ConsentSeq::header)
                .containsExactlyInAnyOrder(
                        key(Identity.customer(ann)) + "=1", key(visitorOf(subject)) + "=1");
        visitor(subject).get(PATH).then().body("answers.marketing.answer", equalTo("granted"));
    }

    @Test
    void whatOneIdentityRefusesBothTogetherDoNotHave() {
        String ann = someone();
        String subject = subject();
        say(customer(ann), "{'answers':{'marketing':true,'experience':true}}");
        say(visitor(subject), "{'answers':{'marketing':false}}");

        both(ann, subject)
                .get(PATH)
                .then()
                .body("answers.marketing.answer", equalTo("refused"))
                .body("answers.experience", nullValue())
                .body("unanswered", hasItem("experience"));
    }

    @Test
    void lateGrantIsKeptButDoesNotReviveWhatWasWithdrawn() {
        String ann = someone();
        Instant before = Instant.now().minusSeconds(60);
        say(customer(ann), "{'answers':{'marketing':true}}");
        say(customer(ann), "{'answers':{'marketing':false}}");

        say(customer(ann), "{'answers':{'marketing':true},'givenAt':'" + before + "'}")
                .statusCode(200)
                .header("Consent-Seq", key(Identity.customer(ann)) + "=3")
                .body("answers.marketing.answer", equalTo("withdrawn"));
    }

    @Test
    void noticeThatWasShownMayBeNamed() {
        say(
                        customer(someone()),
                        "{'answers':{'marketing':true},'notice':{'id':'tact-purposes','version':'1','language':'de-AT'}}")
                .statusCode(200);
        say(
                        customer(someone()),
                        "{'answers':{'marketing':true},'notice':{'id':'tact-purposes','language':'de'}}")
                .statusCode(400)
                .body("type", equalTo("https://tact.dev/problems/body-malformed"));
    }

    @Test
    void privacySignalRefusesMarketingAndDoesNotAskForIt() {
        String ann = someone();

        say(
                        customer(ann).header("Sec-GPC", "1"),
                        "{'answers':{'marketing':true,'experience':true}}")
                .statusCode(200)
                .body("signal.gpc", equalTo(true))
                .body("answers.marketing.answer", equalTo("refused"))
                .body("answers.experience.answer", equalTo("granted"));
        customer(someone())
                .header("Sec-GPC", "1")
                .get(PATH)
                .then()
                .body("signal.gpc", equalTo(true))
                .body("unanswered", not(hasItem("marketing")));
    }

    @Test
    void privacySignalOnALookTakesMarketingBackForGood() {
        String ann = someone();
        say(customer(ann), "{'answers':{'marketing':true}}");

        customer(ann)
                .header("Sec-GPC", "1")
                .get(PATH)
                .then()
                .header("Consent-Seq", key(Identity.customer(ann)) + "=2")
                .body("answers.marketing.answer", equalTo("withdrawn"));
        customer(ann)
                .get(PATH)
                .then()
                .header("Consent-Seq", key(Identity.customer(ann)) + "=2")
                .body("signal", nullValue())
                .body("answers.marketing.answer", equalTo("withdrawn"));
    }

    @Test
    void unknownPurposeIsNamed() {
        refused("{'answers':{'telepathy':true}}", 422, "purpose-unknown")
                .body("detail", matchesPattern(".*telepathy.*"));
    }

    @Test
    void whatCannotBeSaidIsAProblemWithAType() {
        refused("{'answers':{'necessary':false}}", 422, "necessary-not-refusable");
        refused("{'answers':{}}", 422, "answers-empty");
        refused("{'answers':{'necessary':true}}", 422, "answers-empty");
        refused("{'answers':{'marketing':'yes'}}", 400, "body-malformed");
        refused("{'answers':{'marketing':null}}", 400, "body-malformed");
        refused("{'answers':{'marketing':false,'marketing':true}}", 400, "body-malformed");
        refused("{'answers':{'marketing':true},'purpose':'x'}", 400, "body-malformed");
        refused("{'answers':", 400, "body-malformed");
        refused("{}", 400, "body-malformed");
        refused("", 400, "body-malformed");
        refused("{'answers':{'marketing':true},'givenAt':'yesterday'}", 400, "body-malformed");
        refused(
                "{'answers':{'marketing':true},'givenAt':'" + Instant.now().plusSeconds(330) + "'}",
                422,
                "given-at-implausible");
        refused(
                "{'answers':{'marketing':true},'x':'" + "y".repeat(17_000) + "'}",
                413,
                "body-too-large");
    }

    @Test
    void repeatedRequestGetsTheFirstAnswerAndAnotherBodyNone() {
        String ann = someone();
        String once = UUID.randomUUID().toString();
        String first = "{'answers':{'marketing':true}}";
        say(customer(ann).header("Idempotency-Key", once), first)
                .header("Consent-Seq", key(Identity.customer(ann)) + "=1");
        say(customer(ann), "{'answers':{'marketing':false}}");

        say(customer(ann).header("Idempotency-Key", once), first)
                .statusCode(200)
                .header("Consent-Seq", key(Identity.customer(ann)) + "=1")
                .body("answers.marketing.answer", equalTo("granted"));
        say(customer(ann).header("Idempotency-Key", once), "{'answers':{'marketing':false}}")
                .statusCode(422)
                .body("type", equalTo("https://tact.dev/problems/idempotency-key-reused"));
        say(customer(someone()).header("Idempotency-Key", once), first).statusCode(200);
        customer(ann).get(PATH).then().body("answers.marketing.answer", equalTo("withdrawn"));
    }

    @Test
    void requestIdComesBack() {
        customer(someone())
                .header("X-Request-Id", "from-the-test")
                .get(PATH)
                .then()
                .header("X-Request-Id", "from-the-test");
    }

    private ValidatableResponse refused(String body, int status, String slug) {
        return say(customer(someone()), body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/" + slug));
    }

    private static ValidatableResponse say(RequestSpecification who, String body) {
        return who.contentType(ContentType.JSON).body(body.replace('\'', '"')).post(PATH).then();
    }

    private RequestSpecification customer(String id) {
        return given().auth().oauth2(stack.tokens().customer(id));
    }

    private RequestSpecification visitor(String subject) {
        return given().header("Tact-Visitor", stack.tokens().visitor(subject));
    }

    private RequestSpecification both(String id, String subject) {
        return customer(id).header("Tact-Visitor", stack.tokens().visitor(subject));
    }

    private String key(Identity identity) {
        return new IdentityKeys(stack.installationSecret()).of(identity).value();
    }

    private static Identity visitorOf(String subject) {
        return Identity.visitor(TestTokens.anonymousId(subject));
    }

    private static String someone() {
        return "customer-" + UUID.randomUUID();
    }

    private static String subject() {
        return UUID.randomUUID().toString();
    }
}
