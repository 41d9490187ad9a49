package io.tact.consent.consents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.localstack.test.TestStack;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class EndGrantsTest {
    private static final String PATH = "/v1/me/consents";

    /** The configured thirteen months have 397 days at most. */
    private static final String LONG_AGO = Instant.now().minus(Duration.ofDays(398)).toString();

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    @Inject EndGrants endGrants;
    @Inject AgroalDataSource database;

    private final String ann = "customer-" + UUID.randomUUID();

    @Test
    void yesOfLongAgoCountsNoMoreEvenBeforeItsEndIsRecorded() {
        say(ann, "{'answers':{'marketing':true},'givenAt':'%s'}".formatted(LONG_AGO));

        customer(ann)
                .get(PATH)
                .then()
                .header("Consent-Seq", version(1))
                .body("answers.marketing.answer", equalTo("lapsed"))
                .body("answers.marketing.until", nullValue())
                .body("unanswered", hasItem("marketing"))
                .body("mayAsk", hasItem("marketing"));
    }

    @Test
    void endIsRecordedOnceAndOnlyOfWhatIsOver() throws SQLException {
        say(ann, "{'answers':{'marketing':true},'givenAt':'%s'}".formatted(LONG_AGO));
        say(ann, "{'answers':{'experience':true}}");

        aRoundAt(Instant.now());
        aRoundAt(Instant.now());

        customer(ann)
                .get(PATH)
                .then()
                .header("Consent-Seq", version(3))
                .body("answers.marketing.answer", equalTo("lapsed"))
                .body("answers.experience.answer", equalTo("granted"))
                .body("answers.experience.until", notNullValue());
    }

    @Test
    void roundGoesOnWhereItWasAndMeetsEverybody() throws SQLException {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            people.add("customer-" + UUID.randomUUID());
            say(people.get(i), "{'answers':{'marketing':true}}");
        }
        Instant inTwoYears = Instant.now().plus(730, ChronoUnit.DAYS);

        for (int i = 0; i < 200; i++) {
            endNext(inTwoYears, 3);
        }

        assertThat(people)
                .allSatisfy(
                        person ->
                                customer(person)
                                        .get(PATH)
                                        .then()
                                        .body("answers.marketing.answer", equalTo("lapsed")));
    }

    @Test
    void whoSaysYesAnewIsAllowedAnew() throws SQLException {
        say(ann, "{'answers':{'marketing':true},'givenAt':'%s'}".formatted(LONG_AGO));
        aRoundAt(Instant.now());

        say(ann, "{'answers':{'marketing':true}}");
        aRoundAt(Instant.now());

        customer(ann).get(PATH).then().body("answers.marketing.answer", equalTo("granted"));
    }

    private void aRoundAt(Instant now) throws SQLException {
        endNext(now, 1_000_000);
    }

    private void endNext(Instant now, int stretch) throws SQLException {
        try (var connection = database.getConnection()) {
            endGrants.endNext(connection, now, stretch);
        }
    }

    private void say(String who, String body) {
        customer(who)
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(PATH)
                .then()
                .statusCode(200);
    }

    private RequestSpecification customer(String id) {
        return given().auth().oauth2(stack.tokens().customer(id));
    }

    private static org.hamcrest.Matcher<String> version(int version) {
        return org.hamcrest.Matchers.endsWith("=" + version);
    }
}
