package io.tact.consent.c15t;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * c15t's wire, field by field. That its own client is content, a browser shows: C15tJourneyTest.
 */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class C15tWireTest {
    private static final String SUBJECTS = "/api/c15t/subjects";
    private static final String ACCEPT_ALL =
            "'necessary':true,'functionality':true,'measurement':true,'experience':true,'marketing':true";
    private static final String REJECT_ALL =
            "'necessary':true,'functionality':false,'measurement':false,'experience':false,'marketing':false";

    TestStack stack;

    private final String id = BannerIds.drawn();
    private final String visit = UUID.randomUUID().toString();
    private final String ann = "ann-" + UUID.randomUUID();

    @Test
    void everybodyIsAskedInOurWordsWithEqualButtons() {
        given().header("Accept-Language", "fr, de-AT;q=0.8, en;q=0.7")
                .get("/api/c15t/init")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("jurisdiction", equalTo("GDPR"))
                .body("location.countryCode", nullValue())
                .body("location", hasKey("regionCode"))
                .body("branding", equalTo("none"))
                .body("translations.language", equalTo("de"))
                .body("translations.translations.common.rejectAll", equalTo("Alles ablehnen"))
                .body(
                        "translations.translations.consentTypes.marketing.title",
                        equalTo("Werbung für mich"))
                .body("policy.model", equalTo("opt-in"))
                .body("policy.consent.gpc", is(true))
                .body(
                        "policy.consent.categories",
                        contains(
                                "necessary",
                                "functionality",
                                "measurement",
                                "experience",
                                "marketing"))
                .body("policy.ui.banner.primaryActions", contains("accept", "reject"));
    }

    @Test
    void statusTellsNothingOfItsCaller() {
        given().header("User-Agent", "canary")
                .get("/api/c15t/status")
                .then()
                .statusCode(200)
                .body("version", equalTo("2.2.1"))
                .body("client.ip", nullValue())
                .body("client.userAgent", nullValue())
                .body("client.region", hasKey("countryCode"));
    }

    @Test
    void answerIsKeptForTheBannersVisitor() {
        answer(given(), ACCEPT_ALL)
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "private, no-store")
                .header("Consent-Seq", bannerKey() + "=1")
                .header("Consent-Granted", "functionality,measurement,experience,marketing")
                .body("subjectId", equalTo(id))
                .body("consentId", equalTo(bannerKey() + "=1"))
                .body("domain", equalTo("shop.example"))
                .body("domainId", equalTo("shop.example"))
                .body("type", equalTo("cookie_banner"))
                .body("uiSource", equalTo("banner"))
                .body("appliedPreferences.marketing", is(true))
                .body("givenAt", not(nullValue()));
        // with a visitor's token the ledger says the same; nobody else can get one for this id
        given().header("Tact-Visitor", stack.tokens().visitor(id))
                .get("/v1/me/consents")
                .then()
                .body("answers.marketing.answer", equalTo("granted"))
                .body("answers.functionality.answer", equalTo("granted"))
                .body("unanswered", contains("identity_link", "cross_device"));
    }

    @Test
    void whomTheTokensProveAnswers() {
        assertThat(answerOfAllThree())
                .containsExactlyInAnyOrder(
                        key(Identity.customer(ann)) + "=1", key(visitorOf(visit)) + "=1");
        given().get(SUBJECTS + "/" + id).then().body("consents", empty());
        all().get(SUBJECTS + "/" + id).then().body("consents[0].preferences.marketing", is(true));
    }

    @Test
    void bannerThatAnsweredWithoutTokensGoesOnAnswering() {
        answer(given(), REJECT_ALL);

        assertThat(answerOfAllThree())
                .containsExactlyInAnyOrder(
                        bannerKey() + "=2",
                        key(Identity.customer(ann)) + "=1",
                        key(visitorOf(visit)) + "=1");
    }

    @Test
    void whoShowsTheIdReadsWhatItAnswered() {
        answer(given(), REJECT_ALL.replace("'marketing':false", "'marketing':true"));

        given().get(SUBJECTS + "/" + id)
                .then()
                .statusCode(200)
                .body("subject.id", equalTo(id))
                .body("subject", not(hasKey("externalId")))
                .body("isValid", is(true))
                .body("consents", hasSize(1))
                .body("consents[0].id", equalTo(bannerKey() + "=1"))
                .body("consents[0].type", equalTo("cookie_banner"))
                .body("consents[0].isLatestPolicy", is(true))
                .body("consents[0].preferences.marketing", is(true))
                .body("consents[0].preferences.measurement", is(false));
    }

    @Test
    void idThatNeverAnsweredLooksLikeOneThatNobodyHas() {
        given().get(SUBJECTS + "/" + id)
                .then()
                .statusCode(200)
                .header("Consent-Seq", nullValue())
                .body("isValid", is(false))
                .body("consents", empty());
    }

    @Test
    void rejectingEverythingIsNoConsent() {
        answer(as(ann), REJECT_ALL).body("appliedPreferences.marketing", is(false));

        given().get(SUBJECTS + "/" + id).then().body("isValid", is(false));
        check(as(ann), ann).body("results.cookie_banner.hasConsent", is(false));
    }

    @Test
    void accountLearnsWhetherItConsented() {
        answer(as(ann), ACCEPT_ALL);

        check(as(ann), ann)
                .body("results.cookie_banner.hasConsent", is(true))
                .body("results.cookie_banner.isLatestPolicy", is(true))
                .body("results.privacy_policy.hasConsent", is(false));
    }

    @Test
    void strangersAreToldTheSameOfEverybody() {
        answer(as(ann), ACCEPT_ALL);
        String nobody = "nobody-" + UUID.randomUUID();

        for (RequestSpecification who : List.of(given(), as("mallory"))) {
            String ofAnn = check(who, ann).extract().asString();
            assertThat(ofAnn)
                    .isEqualTo(check(given(), nobody).extract().asString())
                    .doesNotContain("true");
        }
        check(given().header("Tact-Visitor", stack.tokens().visitor(id)), ann)
                .body("results.cookie_banner.hasConsent", is(false));
    }

    @Test
    void whatABannerClaimsChangesNothing() {
        answer(given(), ACCEPT_ALL + "},'externalSubjectId':'" + ann + "','metadata':{'a':1")
                .statusCode(200)
                .header("Consent-Seq", bannerKey() + "=1");
        identify(given(), ann)
                .statusCode(200)
                .body("success", is(false))
                .body("standing", equalTo("claimed"))
                .body("subject.id", equalTo(id))
                .body("subject.externalId", equalTo(ann));
        identify(as("mallory"), ann).body("success", is(false));

        as(ann).get("/v1/me/consents").then().header("Consent-Seq", nullValue());
    }

    @Test
    void bothCredentialsIdentify() {
        answer(given(), REJECT_ALL);
        identify(as(ann), ann).body("success", is(true)).body("standing", equalTo("proven"));
        as(ann).get("/v1/me/consents").then().header("Consent-Seq", nullValue());

        answer(as(ann), ACCEPT_ALL).statusCode(200);

        as(ann).get("/v1/me/consents").then().body("answers.marketing.answer", equalTo("granted"));
    }

    @Test
    void onlyStaffFindsAnAccount() {
        answer(as(ann), ACCEPT_ALL);
        String staff = stack.tokens().staff("privacy-officer");

        find(given(), ann).statusCode(401).contentType("application/problem+json");
        find(as(ann), ann).statusCode(403).contentType("application/problem+json");
        find(as("mallory"), ann).statusCode(403);
        find(given().auth().oauth2(stack.tokens().staff("merchandiser")), ann).statusCode(403);
        find(given().auth().oauth2(staff), "")
                .statusCode(400)
                .body("type", equalTo("https://tact.dev/problems/query-malformed"));
        find(given().auth().oauth2(staff), "nobody-" + ann)
                .statusCode(200)
                .body("subjects", empty());
        find(given().auth().oauth2(staff), ann)
                .statusCode(200)
                .body("subjects", hasSize(1))
                .body("subjects[0].id", equalTo(key(Identity.customer(ann))))
                .body("subjects[0].externalId", equalTo(ann))
                .body("subjects[0].createdAt", not(nullValue()))
                .body("subjects[0].consents[0].preferences.marketing", is(true));
    }

    @Test
    void lateWithdrawalCountsAndLateGrantDoesNotReviveIt() {
        Instant before = Instant.now().minusSeconds(7_200);
        answer(given(), ACCEPT_ALL, before);
        answer(given(), REJECT_ALL, before.plusSeconds(60))
                .body("appliedPreferences.marketing", is(false));

        answer(given(), ACCEPT_ALL, before.plusSeconds(120))
                .statusCode(200)
                .body("appliedPreferences.marketing", is(false));

        given().get(SUBJECTS + "/" + id).then().body("isValid", is(false));
    }

    @Test
    void whatWasSaidBeforeTheLogInIsOnlyANoOfTheAccount() {
        Instant before = Instant.now().minusSeconds(600);

        answer(all(), "'marketing':true,'measurement':false", before)
                .statusCode(200)
                .body("appliedPreferences.marketing", is(false));

        as(ann).get("/v1/me/consents")
                .then()
                .body("answers.measurement.answer", equalTo("refused"))
                .body("answers.marketing", nullValue());
        given().header("Tact-Visitor", stack.tokens().visitor(visit))
                .get("/v1/me/consents")
                .then()
                .body("answers.marketing.answer", equalTo("granted"));
    }

    @Test
    void yesBeforeTheLogInIsNothingOfTheAccount() {
        answer(as(ann), "'marketing':true", Instant.now().minusSeconds(600))
                .statusCode(200)
                .header("Consent-Seq", nullValue());
    }

    @Test
    void privacySignalIsANoToMarketing() {
        answer(given(), ACCEPT_ALL);

        given().header("Sec-GPC", "1")
                .get(SUBJECTS + "/" + id)
                .then()
                .header("Consent-Granted", "functionality,measurement,experience")
                .header("Consent-Seq", bannerKey() + "=2")
                .body("consents[0].preferences.marketing", is(false));
        answer(given().header("Sec-GPC", "1"), ACCEPT_ALL, Instant.now())
                .body("appliedPreferences.marketing", is(false))
                .body("appliedPreferences.measurement", is(true));
    }

    @Test
    void twentyIdenticalParallelAnswersHaveOneOutcome() throws Exception {
        String body = body(id, ACCEPT_ALL, Instant.now());
        var pool = Executors.newFixedThreadPool(20);
        try {
            Callable<Response> same =
                    () -> given().contentType(ContentType.JSON).body(body).post(SUBJECTS);
            List<String> outcomes =
                    pool.invokeAll(Collections.nCopies(20, same)).stream()
                            .map(
                                    done -> {
                                        Response response = got(done);
                                        assertThat(response.statusCode()).isEqualTo(200);
                                        return response.asString();
                                    })
                            .distinct()
                            .toList();
            assertThat(outcomes).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        given().get(SUBJECTS + "/" + id).then().header("Consent-Seq", bannerKey() + "=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | body-malformed          | nothing",
                "400 | body-malformed          | []",
                "400 | body-malformed          | null",
                "422 | consent-type-unknown    | {}",
                "422 | consent-type-unknown    | {'subjectId':'ID','type':'privacy_policy','domain':'d','givenAt':1764000000000}",
                "422 | banner-id-refused       | {'type':'cookie_banner','domain':'d','preferences':{'marketing':true},'givenAt':1764000000000}",
                "422 | banner-id-refused       | {'subjectId':'sub_2jv6z8n4q9','type':'cookie_banner','domain':'d','preferences':{'marketing':true},'givenAt':1764000000000}",
                "400 | body-malformed          | {'subjectId':'ID','type':'cookie_banner','preferences':{'marketing':true},'givenAt':1764000000000}",
                "400 | body-malformed          | {'subjectId':'ID','type':'cookie_banner','domain':'d','givenAt':1764000000000}",
                "400 | body-malformed          | {'subjectId':'ID','type':'cookie_banner','domain':'d','preferences':{'marketing':null},'givenAt':1764000000000}",
                "400 | body-malformed          | {'subjectId':'ID','type':'cookie_banner','domain':'d','preferences':{'marketing':'yes'},'givenAt':1764000000000}",
                "400 | body-malformed          | {'subjectId':'ID','type':'cookie_banner','domain':'d','preferences':{'marketing':true}}",
                "422 | answers-empty           | {'subjectId':'ID','type':'cookie_banner','domain':'d','preferences':{'necessary':true},'givenAt':1764000000000}",
                "422 | necessary-not-refusable | {'subjectId':'ID','type':'cookie_banner','domain':'d','preferences':{'necessary':false},'givenAt':1764000000000}",
                "422 | purpose-unknown         | {'subjectId':'ID','type':'cookie_banner','domain':'d','preferences':{'telepathy':true},'givenAt':1764000000000}",
                "422 | given-at-implausible    | {'subjectId':'ID','type':'cookie_banner','domain':'d','preferences':{'marketing':true},'givenAt':4102444800000}",
                "422 | given-at-implausible    | {'subjectId':'ID','type':'cookie_banner','domain':'d','preferences':{'marketing':true},'givenAt':9223372036854775807}",
            })
    void whatCannotBeReadIsToldInJson(int status, String type, String body) {
        given().contentType(ContentType.JSON)
                .body(body.replace('\'', '"').replace("ID", id))
                .post(SUBJECTS)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/" + type))
                .body("detail", not(nullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/c15t/nothing", "/api/c15t", "/api/c15t/subjects/a/b"})
    void whatIsNotThereIsToldInJson(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void anotherMethodOrFormIsToldInJson() {
        given().delete("/api/c15t/status")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
        given().contentType("text/plain")
                .body(body(id, ACCEPT_ALL, Instant.now()))
                .post(SUBJECTS)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        identify(given(), "").statusCode(400).contentType("application/problem+json");
    }

    @Test
    void idOfABannerGetsNoTokenOfAVisitor() {
        for (String shown : List.of(id, BannerIds.of(Instant.now(), new byte[12]))) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("subjectId", shown))
                    .post("/v1/visitors")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("https://tact.dev/problems/subject-id-too-weak"));
        }
    }

    @Test
    void listedOriginsMayAskFirst() {
        given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "PATCH")
                .header(
                        "Access-Control-Request-Headers",
                        "content-type,x-c15t-version,x-request-id")
                .options(SUBJECTS + "/" + id)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://shop.example")
                .header("Access-Control-Allow-Credentials", "true")
                .header("Access-Control-Allow-Methods", "GET, POST, PATCH")
                .header(
                        "Access-Control-Allow-Headers",
                        "content-type, x-request-id, x-c15t-version, x-c15t-country, x-c15t-region, tact-visitor, authorization")
                .header("Vary", "Origin");
    }

    @Test
    void listedOriginsReadAnswersAndErrors() {
        answer(given().header("Origin", "https://shop.example"), ACCEPT_ALL)
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://shop.example")
                .header("Access-Control-Allow-Credentials", "true");
        given().header("Origin", "http://localhost:8080")
                .auth()
                .oauth2(stack.tokens().expired("ann"))
                .get(SUBJECTS + "/" + id)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://shop.example.evil.example",
                "https://shop.example:8443",
                "http://shop.example",
                "https://SHOP.example",
                "null",
                "*"
            })
    void otherOriginsAreNotTold(String origin) {
        given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .options(SUBJECTS)
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", origin)
                .get("/api/c15t/init")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void otherDoorsAreOpenedToNoOrigin() {
        given().header("Origin", "https://shop.example")
                .get("/v1/purposes")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private ValidatableResponse answer(RequestSpecification who, String preferences) {
        return answer(who, preferences, Instant.now());
    }

    private ValidatableResponse answer(
            RequestSpecification who, String preferences, Instant givenAt) {
        return who.contentType(ContentType.JSON)
                .body(body(id, preferences, givenAt))
                .post(SUBJECTS)
                .then();
    }

    private static String body(String id, String preferences, Instant givenAt) {
        return ("{'subjectId':'%s','type':'cookie_banner','domain':'shop.example','jurisdiction':'GDPR',"
                        + "'jurisdictionModel':'opt-in','uiSource':'banner','consentAction':'all','givenAt':%d,'preferences':{%s}}")
                .formatted(id, givenAt.toEpochMilli(), preferences)
                .replace('\'', '"');
    }

    private ValidatableResponse identify(RequestSpecification who, String account) {
        return who.contentType(ContentType.JSON)
                .body(Map.of("externalId", account, "identityProvider", "oidc"))
                .patch(SUBJECTS + "/" + id)
                .then();
    }

    private List<String> answerOfAllThree() {
        return ConsentSeq.parse(
                        List.of(
                                answer(all(), ACCEPT_ALL)
                                        .statusCode(200)
                                        .extract()
                                        .header("Consent-Seq")))
                .stream()
                .map(ConsentSeq::header)
                .toList();
    }

    private RequestSpecification all() {
        return as(ann).header("Tact-Visitor", stack.tokens().visitor(visit));
    }

    private static Identity visitorOf(String subject) {
        return Identity.visitor(TestTokens.anonymousId(subject));
    }

    private static ValidatableResponse check(RequestSpecification who, String account) {
        return who.queryParam("externalId", account)
                .queryParam("type", "cookie_banner,privacy_policy")
                .get("/api/c15t/consents/check")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse find(RequestSpecification who, String account) {
        return who.queryParam("externalId", account).get(SUBJECTS).then();
    }

    private RequestSpecification as(String customer) {
        return given().auth().oauth2(stack.tokens().customer(customer));
    }

    private String bannerKey() {
        return key(visitorOf(id));
    }

    private String key(Identity identity) {
        return new IdentityKeys(stack.installationSecret()).of(identity).value();
    }

    private static Response got(Future<Response> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
