package io.tact.consent.consents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.TestStack;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Objecting to direct marketing (GDPR, Article 21), and when anybody may be asked again. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ObjectionTest {
    private static final String PATH = "/v1/me/consents";

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    private final String ann = "customer-" + UUID.randomUUID();

    @Test
    void objectionAloneIsAStatementAndNoLaterYesCounts() {
        say("{'objection':true}")
                .statusCode(200)
                .body("answers.marketing.answer", equalTo("objected"))
                .body("answers.marketing.askAgainFrom", nullValue())
                .body("unanswered", not(hasItem("marketing")))
                .body("mayAsk", not(hasItem("marketing")));

        say("{'answers':{'marketing':true,'experience':true}}")
                .statusCode(200)
                .body("answers.marketing.answer", equalTo("objected"))
                .body("answers.experience.answer", equalTo("granted"));
    }

    @Test
    void objectionTakenBackIsNoYes() {
        say("{'answers':{'marketing':true}}").statusCode(200);
        say("{'objection':true}").body("answers.marketing.answer", equalTo("objected"));

        say("{'objection':false}")
                .statusCode(200)
                .body("answers.marketing.answer", equalTo("refused"));

        say("{'answers':{'marketing':true}}").body("answers.marketing.answer", equalTo("granted"));
    }

    @Test
    void takingBackWhatNobodyObjectedToChangesNothing() {
        say("{'answers':{'marketing':true}}").statusCode(200);

        say("{'objection':false}").body("answers.marketing.answer", equalTo("granted"));
    }

    @Test
    void objectionIsToldToEverybodyWhoObeys() {
        say("{'objection':true}").statusCode(200);

        String key =
                new IdentityKeys(stack.installationSecret()).of(Identity.customer(ann)).value();
        try (var topic =
                new TopicUnderTest(
                        stack.bootstrapServers(), stack.topicPrefix() + ConsentStore.TOPIC)) {
            var read = topic.readUntil(record -> record.key().equals(key));
            var told = read.get(read.size() - 1);
            assertThat(
                            new JsonObject(told.value())
                                    .getJsonObject("answers")
                                    .getJsonObject("marketing")
                                    .getString("answer"))
                    .isEqualTo("objected");
        }
    }

    @Test
    void objectionStaysWithWhoMadeIt() {
        say("{'objection':true}").statusCode(200);

        customer("customer-" + UUID.randomUUID())
                .get(PATH)
                .then()
                .statusCode(200)
                .body("answers", anEmptyMap());
        given().contentType(ContentType.JSON)
                .body("{\"objection\":true}")
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void objectionIsTrueOrFalse() {
        say("{'objection':'perhaps'}").statusCode(400);
        say("{}").statusCode(400);
    }

    @Test
    void whoSaidNoIsNotAskedAgainForHalfAYear() {
        ValidatableResponse refused =
                say("{'answers':{'marketing':false}}")
                        .statusCode(200)
                        .body("unanswered", not(hasItem("marketing")))
                        .body("mayAsk", not(hasItem("marketing")))
                        .body("mayAsk", hasItem("experience"));

        Instant at = Instant.parse(refused.extract().path("answers.marketing.at"));
        Instant again = Instant.parse(refused.extract().path("answers.marketing.askAgainFrom"));
        assertThat(again.atOffset(ZoneOffset.UTC))
                .isEqualTo(at.atOffset(ZoneOffset.UTC).plusMonths(6));
    }

    @Test
    void signalShowsTheYesThatItOverrules() {
        String grantedAt =
                say("{'answers':{'marketing':true}}").extract().path("answers.marketing.at");

        customer(ann)
                .header("Sec-GPC", "1")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("signal.gpc", equalTo(true))
                .body("signal.overruledGrant", equalTo(grantedAt))
                .body("answers.marketing.answer", equalTo("withdrawn"));
        customer(ann)
                .header("Sec-GPC", "1")
                .get(PATH)
                .then()
                .body("signal.gpc", equalTo(true))
                .body("signal.overruledGrant", nullValue());
        customer(ann).get(PATH).then().body("signal", nullValue());
    }

    private ValidatableResponse say(String body) {
        return customer(ann)
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(PATH)
                .then();
    }

    private RequestSpecification customer(String id) {
        return given().auth().oauth2(stack.tokens().customer(id));
    }
}
