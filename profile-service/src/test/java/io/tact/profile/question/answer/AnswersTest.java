package io.tact.profile.question.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class AnswersTest {
    Shop shop;
    @Inject ConsentReplica replica;
    @Inject ForgetEnded forgetEnded;
    private Customer ann;
    private Visitor phone;
    private String colour;

    @BeforeEach
    void ask() {
        ann = shop.customer();
        phone = shop.visitor();
        shop.grant(replica, ann.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        shop.grant(replica, phone.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        colour = Questions.ask(shop, "experience", Questions.COLOURS);
    }

    @Test
    void anAnswerCountsOnTheVeryNextRequest() {
        questions(shop.as(ann)).body("open.name", hasItem(colour));

        answer(shop.as(ann), colour, "{\"value\":\"red\"}")
                .body("kept", equalTo(true))
                .body("until", notNullValue())
                .body("reason", nullValue());

        profile(shop.as(ann))
                .body(trait("value"), equalTo("red"))
                .body(trait("class"), equalTo("told"))
                .body(trait("source"), equalTo("customer"))
                .body(trait("until"), notNullValue());
        questions(shop.as(ann))
                .body("open.name", not(hasItem(colour)))
                .body("answered", hasSize(1))
                .body("answered[0].question.name", equalTo(colour))
                .body("answered[0].question.text.de", equalTo("Welches Zelt?"))
                .body("answered[0].value", equalTo("red"))
                .body("answered[0].at", notNullValue())
                .body("answered[0].until", notNullValue())
                .body("withheld", equalTo(false));
    }

    @Test
    void anAnswerEndsAfterTheDaysThatTheQuestionSays() {
        answer(shop.as(phone), colour, "{\"value\":\"red\"}");

        assertThat(
                        shop.query(
                                "select (expires_at - at)::text || ' ' || source from trait where identity_key = ?",
                                phone.key().value()))
                .containsExactly("30 days visitor");
    }

    @Test
    void aLaterAnswerReplacesTheEarlier() {
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");

        answer(shop.as(ann), colour, "{\"value\":\"blue\"}").body("kept", equalTo(true));

        profile(shop.as(ann)).body(trait("value"), equalTo("blue"));
        questions(shop.as(ann)).body("answered.value", equalTo(List.of("blue")));
        assertThat(values(ann)).containsExactly("\"blue\"");
    }

    @Test
    void anAnswerIsKeptForTheQuestionsOwnPurposeOnly() {
        shop.grant(replica, ann.key(), Purpose.MARKETING, Purpose.FUNCTIONALITY);

        answer(shop.as(ann), colour, "{\"value\":\"red\"}");

        shop.as(ann)
                .get("/v1/me/profile?purpose=marketing")
                .then()
                .body("traits", anEmptyMap())
                .body("withheld", equalTo(true));
        shop.as(ann)
                .get("/v1/me/data")
                .then()
                .body("values[0].purposes", equalTo(List.of("experience")));
    }

    @Test
    void anAnswerTakenBackIsGoneAndAskedAgain() {
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");
        long before = versionOfView(ann);

        takeBack(shop.as(ann), colour).statusCode(204);

        profile(shop.as(ann)).body("traits", anEmptyMap()).body("withheld", equalTo(false));
        questions(shop.as(ann)).body("open.name", hasItem(colour)).body("answered", empty());
        assertThat(values(ann)).isEmpty();
        assertThat(versionOfView(ann)).as("published again").isGreaterThan(before);
        takeBack(shop.as(ann), colour).statusCode(204);
    }

    @Test
    void whatTheShopDeclaredIsNotTakenBackWithTheAnswer() {
        Shop.send(
                Shop.HISTORY,
                "{\"type\":\"identify\",\"userId\":\"%s\",\"traits\":{\"%s\":\"blue\"},\"context\":{\"consent\":{\"categoryPreferences\":{\"experience\":true}}}}"
                        .formatted(ann.userId(), colour));
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");

        takeBack(shop.as(ann), colour).statusCode(204);

        profile(shop.as(ann)).body(trait("class"), equalTo("declared"));
        questions(shop.as(ann)).body("open.name", hasItem(colour)).body("answered", empty());
    }

    @Test
    void anAnswerThatEndedIsNowhereAndIsAskedAgain() {
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");

        shop.query(
                "update trait set expires_at = now() - interval '1 second' where identity_key = ?",
                ann.key().value());

        profile(shop.as(ann)).body("traits", anEmptyMap()).body("withheld", equalTo(false));
        questions(shop.as(ann)).body("open.name", hasItem(colour)).body("answered", empty());
        shop.as(ann).get("/v1/me/data").then().body("values", empty());
        answer(shop.as(ann), colour, "{\"value\":\"blue\"}");
        profile(shop.as(ann)).body(trait("value"), equalTo("blue"));
    }

    @Test
    void whatEndedIsDeletedAndTheViewFollows() {
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");
        answer(shop.as(phone), colour, "{\"value\":\"red\"}");
        long before = versionOfView(ann);
        long untouched = versionOfView(phone);
        shop.query(
                "update trait set expires_at = '2026-01-31T09:30:00Z' where identity_key = ?",
                ann.key().value());

        forgetEnded
                .forget(Instant.parse("2026-01-31T09:30:00Z"))
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(values(ann)).isEmpty();
        assertThat(versionOfView(ann)).isGreaterThan(before);
        assertThat(values(phone)).containsExactly("\"red\"");
        assertThat(versionOfView(phone)).isEqualTo(untouched);
    }

    @Test
    void whatHasNotEndedStays() {
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");
        answer(shop.as(ann), Questions.ask(shop, "experience", Questions.COLOURS), skip());
        Instant end =
                Instant.parse(
                        shop.query(
                                        "select to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from trait where identity_key = ?",
                                        ann.key().value())
                                .get(0));

        forgetEnded.forget(end.minusNanos(1_000)).await().atMost(Duration.ofSeconds(20));
        assertThat(values(ann)).hasSize(1);
        forgetEnded.forget(end).await().atMost(Duration.ofSeconds(20));
        assertThat(values(ann)).isEmpty();
    }

    @Test
    void aSkippedQuestionIsNotAskedAgainUntilItsTime() {
        answer(shop.as(ann), colour, skip())
                .body("kept", equalTo(true))
                .body("until", notNullValue());

        questions(shop.as(ann)).body("open.name", not(hasItem(colour))).body("answered", empty());
        shop.as(ann)
                .get("/v1/me/data")
                .then()
                .body("values", empty())
                .body("skipped.question", equalTo(List.of(colour)));
        assertThat(
                        shop.query(
                                "select (until - at)::text from question_skip where identity_key = ?",
                                ann.key().value()))
                .containsExactly("7 days");

        shop.query(
                "update question_skip set until = now() - interval '1 second' where identity_key = ?",
                ann.key().value());
        questions(shop.as(ann)).body("open.name", hasItem(colour));
        shop.as(ann).get("/v1/me/data").then().body("skipped", empty());
    }

    @Test
    void aSkippedQuestionCanBeAnsweredAndASkipTakenBack() {
        answer(shop.as(ann), colour, skip());
        answer(shop.as(ann), colour, "{\"value\":\"red\"}").body("kept", equalTo(true));
        shop.as(ann).get("/v1/me/data").then().body("skipped", empty());

        answer(shop.as(phone), colour, skip());
        takeBack(shop.as(phone), colour).statusCode(204);
        questions(shop.as(phone)).body("open.name", hasItem(colour));
    }

    @Test
    void anAnswerAboutSomebodyElseIsNoFactAboutTheCaller() {
        answer(shop.as(ann), colour, "{\"value\":\"red\",\"about\":\"somebody-else\"}")
                .body("kept", equalTo(true));

        profile(shop.as(ann)).body("traits", anEmptyMap()).body("withheld", equalTo(false));
        assertThat(values(ann)).isEmpty();
        questions(shop.as(ann))
                .body("open.name", not(hasItem(colour)))
                .body("answered", empty())
                .body("aboutSomebodyElse.value", equalTo(List.of("red")))
                .body("aboutSomebodyElse[0].question.name", equalTo(colour));
        shop.as(ann)
                .get("/v1/me/data")
                .then()
                .body("values", empty())
                .body("aboutSomebodyElse[0].question", equalTo(colour))
                .body("aboutSomebodyElse[0].value", equalTo("red"))
                .body("aboutSomebodyElse[0].purpose", equalTo("experience"));
        assertThat(
                        shop.query(
                                "select (expires_at - at)::text from answer_about_other where identity_key = ?",
                                ann.key().value()))
                .containsExactly("1 day");
    }

    @Test
    void whatIsSaidAboutSomebodyElseLeavesMyAnswerAndEndsByItself() {
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");
        answer(shop.as(ann), colour, "{\"value\":\"blue\",\"about\":\"somebody-else\"}");
        profile(shop.as(ann)).body(trait("value"), equalTo("red"));
        questions(shop.as(ann))
                .body("answered.value", equalTo(List.of("red")))
                .body("aboutSomebodyElse.value", equalTo(List.of("blue")));

        shop.query(
                "update answer_about_other set expires_at = '2026-01-31T09:30:00Z' where identity_key = ?",
                ann.key().value());
        questions(shop.as(ann)).body("aboutSomebodyElse", empty());
        shop.as(ann).get("/v1/me/data").then().body("aboutSomebodyElse", empty());
        forgetEnded
                .forget(Instant.parse("2026-01-31T09:30:00Z"))
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(
                        shop.query(
                                "select name from answer_about_other where identity_key = ?",
                                ann.key().value()))
                .isEmpty();
    }

    @Test
    void nothingIsKeptWithoutTheQuestionsPurpose() {
        Visitor stranger = shop.visitor();
        shop.grant(replica, stranger.key(), Purpose.MARKETING, Purpose.MEASUREMENT);
        questions(shop.as(stranger)).body("open.name", not(hasItem(colour)));

        for (String body :
                List.of(
                        "{\"value\":\"red\"}",
                        "{\"value\":\"red\",\"about\":\"somebody-else\"}",
                        skip())) {
            answer(shop.as(stranger), colour, body)
                    .body("kept", equalTo(false))
                    .body("reason", equalTo("NOT_GRANTED"))
                    .body("until", nullValue());
        }

        shop.as(stranger)
                .get("/v1/me/data")
                .then()
                .body("values", empty())
                .body("aboutSomebodyElse", empty())
                .body("skipped", empty());
    }

    @Test
    void allWhomTheRequestProvesMustAllowIt() {
        shop.withdraw(replica, phone.key(), Purpose.EXPERIENCE);

        answer(shop.as(ann, phone), colour, "{\"value\":\"red\"}").body("kept", equalTo(false));

        answer(shop.as(ann), colour, "{\"value\":\"red\"}").body("kept", equalTo(true));
        questions(shop.as(ann, phone))
                .body("open.name", not(hasItem(colour)))
                .body("answered", empty())
                .body("withheld", equalTo(true));
        profile(shop.as(ann, phone)).body("traits", anEmptyMap()).body("withheld", equalTo(true));
    }

    @Test
    void whatWasAnsweredIsWithheldFromTheMomentOfTheWithdrawal() {
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");
        answer(shop.as(ann), colour, "{\"value\":\"blue\",\"about\":\"somebody-else\"}");

        shop.withdraw(replica, ann.key(), Purpose.EXPERIENCE);

        questions(shop.as(ann))
                .body("open.name", not(hasItem(colour)))
                .body("answered", empty())
                .body("aboutSomebodyElse", empty())
                .body("withheld", equalTo(true));
        profile(shop.as(ann)).body("traits", anEmptyMap());
        shop.as(ann).get("/v1/me/data").then().body("values.value", equalTo(List.of("red")));
        takeBack(shop.as(ann), colour).statusCode(204);
        assertThat(values(ann)).as("taking back needs no consent").isEmpty();
    }

    @Test
    void withoutALeaseNothingIsAskedOrKept() {
        shop.consents().heartbeat(false);
        try {
            Eventually.holds("no lease", () -> !replica.hasLease(ann.key()));

            answer(shop.as(ann), colour, "{\"value\":\"red\"}")
                    .body("kept", equalTo(false))
                    .body("reason", equalTo("NO_LEASE"));
            questions(shop.as(ann)).body("open", empty());
        } finally {
            shop.consents().heartbeat(true);
        }
    }

    @Test
    void privacySignalKeepsNothingForMarketing() {
        shop.grant(replica, ann.key(), Purpose.MARKETING);
        String offer = Questions.ask(shop, "marketing", Questions.COLOURS);

        answer(shop.as(ann).header("Sec-GPC", "1"), offer, "{\"value\":\"red\"}")
                .body("kept", equalTo(false))
                .body("reason", equalTo("PRIVACY_SIGNAL"));
        answer(shop.as(ann), offer, "{\"value\":\"red\"}").body("kept", equalTo(true));
    }

    @Test
    void othersSeeNothingOfItAndTakeNothingBack() {
        Customer ben = shop.customer();
        Visitor laptop = shop.visitor();
        shop.grant(replica, ben.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        shop.grant(replica, laptop.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");
        answer(shop.as(ann), colour, "{\"value\":\"blue\",\"about\":\"somebody-else\"}");
        answer(shop.as(phone), colour, skip());

        for (RequestSpecification other :
                List.of(shop.as(ben), shop.as(laptop), shop.as(ben, laptop))) {
            questions(other)
                    .body("open.name", hasItem(colour))
                    .body("answered", empty())
                    .body("aboutSomebodyElse", empty())
                    .body("withheld", equalTo(false));
        }
        takeBack(shop.as(ben, laptop), colour).statusCode(204);
        profile(shop.as(ann)).body(trait("value"), equalTo("red"));
        questions(shop.as(ann)).body("aboutSomebodyElse", hasSize(1));
        questions(shop.as(phone)).body("open.name", not(hasItem(colour)));
    }

    @Test
    void whatALinkedIdentityAnsweredIsNotAskedAgainNorShown() {
        answer(shop.as(phone), colour, "{\"value\":\"red\"}");
        questions(shop.as(ann)).body("open.name", hasItem(colour));
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));

        questions(shop.as(ann)).body("open.name", not(hasItem(colour))).body("answered", empty());

        shop.withdraw(replica, ann.key(), Purpose.IDENTITY_LINK);
        questions(shop.as(ann)).body("open.name", hasItem(colour));
    }

    @Test
    void bothEndsMustStillAllowALinkedAnswer() {
        answer(shop.as(phone), colour, "{\"value\":\"red\"}");
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));

        shop.withdraw(replica, phone.key(), Purpose.EXPERIENCE);

        profile(shop.as(ann)).body("traits", anEmptyMap()).body("withheld", equalTo(true));
        questions(shop.as(ann)).body("open.name", hasItem(colour));
    }

    @Test
    void aRetiredQuestionIsAskedNoMoreAndItsAnswersStay() {
        String another = Questions.ask(shop, "experience", Questions.COLOURS);
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");
        for (String name : List.of(colour, another)) {
            RestAssured.given()
                    .auth()
                    .oauth2(shop.stack().tokens().staff("merchandiser"))
                    .delete("/v1/questions/" + name)
                    .then()
                    .statusCode(204);
        }

        questions(shop.as(ann))
                .body("open.name", not(hasItem(another)))
                .body("answered.value", equalTo(List.of("red")));
        problem(say(shop.as(ann), another, "{\"value\":\"red\"}"), 404, "question-unknown");
        takeBack(shop.as(ann), colour).statusCode(204);
        questions(shop.as(ann)).body("open.name", not(hasItem(colour)));
    }

    @Test
    void aQuestionThatIsAskedForAnotherPurposeIsOpenAgain() {
        shop.grant(replica, ann.key(), Purpose.MARKETING);
        answer(shop.as(ann), colour, "{\"value\":\"red\"}");

        Questions.put(
                        shop,
                        "merchandiser",
                        colour,
                        Questions.body("marketing", Questions.COLOURS, ""))
                .statusCode(200);

        questions(shop.as(ann)).body("open.name", hasItem(colour)).body("answered", empty());
        profile(shop.as(ann)).body(trait("value"), equalTo("red"));
    }

    @Test
    void onlyTheQuestionsOfAPurposeCanBeAskedFor() {
        shop.grant(replica, ann.key(), Purpose.FUNCTIONALITY);
        String other = Questions.ask(shop, "functionality", "{\"type\":\"boolean\"}");

        shop.as(ann)
                .get("/v1/me/questions?purpose=functionality")
                .then()
                .statusCode(200)
                .body("open.name", hasItem(other))
                .body("open.name", not(hasItem(colour)));
        problem(shop.as(ann).get("/v1/me/questions?purpose=Any!").then(), 400, "query-malformed");
    }

    @Test
    void aProtectedAnswerIsUsedForItsOwnPurposeAndIsNeverPublished() {
        Purpose health = Purpose.sensitive("health");
        String hip = Questions.name();
        Questions.put(
                        shop,
                        "privacy-officer",
                        hip,
                        Questions.body(
                                health.name(),
                                "{\"type\":\"boolean\"}",
                                ",\"category\":\"health\""))
                .statusCode(200);
        answer(shop.as(ann), hip, "{\"value\":true}").body("reason", equalTo("NOT_GRANTED"));
        shop.grant(replica, ann.key(), health);

        answer(shop.as(ann), hip, "{\"value\":true}").body("kept", equalTo(true));

        shop.as(ann)
                .get("/v1/me/profile?purpose=sensitive:health")
                .then()
                .statusCode(200)
                .body("traits." + hip + ".value", equalTo(true));
        profile(shop.as(ann)).body("traits", anEmptyMap());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"type":"number","min":36,"max":50} | 35.9
                    {"type":"number","min":36,"max":50} | "42"
                    {"type":"number","min":36,"max":50} | 1e400
                    {"type":"boolean"}                  | "canary"
                    {"type":"boolean"}                  | {"canary":true}
                    {"type":"text","longest":5}         | "canary"
                    {"type":"text","longest":5}         | ["c"]
                    """)
    void anAnswerIsOneThatTheQuestionTakes(String type, String value) {
        String name = Questions.ask(shop, "experience", type);

        problem(say(shop.as(ann), name, "{\"value\":" + value + "}"), 422, "answer-invalid")
                .body(not(containsString("canary")));

        assertThat(values(ann)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"type":"number","min":36,"max":50}  | 42.5
                    {"type":"boolean"}                   | false
                    {"type":"text","longest":5}          | "yurt"
                    """)
    void plainAnswersAreKeptAsTheyWereSaid(String type, String value) {
        String name = Questions.ask(shop, "experience", type);

        answer(shop.as(ann), name, "{\"value\":" + value + "}").body("kept", equalTo(true));

        assertThat(values(ann)).containsExactly(value);
    }

    @Test
    void freeWordsAboutSomethingProtectedAreNotKept() {
        String wish = Questions.ask(shop, "experience", "{\"type\":\"text\",\"longest\":200}");

        problem(
                        say(shop.as(ann), wish, "{\"value\":\"a canary, since I am pregnant\"}"),
                        422,
                        "answer-protected")
                .body(not(containsString("canary")))
                .body(not(containsString("pregnan")));
        answer(shop.as(ann), wish, "{\"value\":\"a tent with a porch\"}")
                .body("kept", equalTo(true));
    }

    @Test
    void whatSomebodyIsCalledSaysNothingAboutThem() {
        Questions.put(
                        shop,
                        "merchandiser",
                        "first_name",
                        Questions.body("experience", "{\"type\":\"text\",\"longest\":50}", ""))
                .statusCode(200);

        answer(shop.as(ann), "first_name", "{\"value\":\"Christian\"}").body("kept", equalTo(true));

        profile(shop.as(ann)).body("traits.first_name.value", equalTo("Christian"));
    }

    @Test
    void aProtectedAnswerServesNoOtherProtectedPurpose() {
        Purpose health = Purpose.sensitive("health");
        shop.grant(replica, ann.key(), health, Purpose.sensitive("religion"));
        String faith =
                Questions.ask(shop, "sensitive:religion", "{\"type\":\"text\",\"longest\":200}");

        problem(say(shop.as(ann), faith, "{\"value\":\"my diabetes\"}"), 422, "answer-protected");
        answer(shop.as(ann), faith, "{\"value\":\"catholic\"}").body("kept", equalTo(true));

        shop.as(ann)
                .get("/v1/me/profile?purpose=sensitive:health")
                .then()
                .body("traits", anEmptyMap())
                .body("withheld", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"value\":null}",
                "{\"value\":\"red\",\"skip\":true}",
                "{\"skip\":false}",
                "{\"skip\":true,\"about\":\"somebody-else\"}",
                "{\"value\":\"red\",\"about\":\"me\"}",
                "{\"value\":\"red\",\"purpose\":\"marketing\"}",
                "{\"value\":\"red\",\"value\":\"blue\"}"
            })
    void anAnswerIsAValueOrASkip(String body) {
        problem(say(shop.as(ann), colour, body), 400, "body-malformed");
    }

    @Test
    void whatNobodyAsksCannotBeAnswered() {
        problem(say(shop.as(ann), "never_asked", "{\"value\":1}"), 404, "question-unknown");
        problem(takeBack(shop.as(ann), "never_asked"), 404, "question-unknown");
    }

    private static String skip() {
        return "{\"skip\":true}";
    }

    private String trait(String field) {
        return "traits." + colour + "." + field;
    }

    private static ValidatableResponse questions(RequestSpecification request) {
        return request.get("/v1/me/questions")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store");
    }

    private static ValidatableResponse answer(
            RequestSpecification request, String question, String body) {
        return say(request, question, body).statusCode(200);
    }

    private static ValidatableResponse say(
            RequestSpecification request, String question, String body) {
        return request.contentType("application/json")
                .body(body)
                .put("/v1/me/questions/" + question + "/answer")
                .then();
    }

    private static ValidatableResponse takeBack(RequestSpecification request, String question) {
        return request.delete("/v1/me/questions/" + question + "/answer").then();
    }

    private static ValidatableResponse profile(RequestSpecification request) {
        return request.get("/v1/me/profile?purpose=experience").then().statusCode(200);
    }

    private static ValidatableResponse problem(
            ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/" + slug));
    }

    private List<String> values(Customer customer) {
        return shop.query(
                "select value::text from trait where identity_key = ?", customer.key().value());
    }

    private List<String> values(Visitor visitor) {
        return shop.query(
                "select value::text from trait where identity_key = ?", visitor.key().value());
    }

    private long versionOfView(Customer customer) {
        return versionOfView(shop.person(customer.key()));
    }

    private long versionOfView(Visitor visitor) {
        return versionOfView(shop.person(visitor.key()));
    }

    private long versionOfView(String person) {
        return Long.parseLong(
                shop.query("select version from person where person = ?", person).get(0));
    }
}
