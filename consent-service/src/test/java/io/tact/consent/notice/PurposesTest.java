package io.tact.consent.notice;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.ServiceUnderTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class PurposesTest {
    @Test
    void anybodyMayReadWhatPeopleAreAsked() {
        given().get("/v1/purposes")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("notice.id", equalTo("tact-purposes"))
                .body("notice.language", equalTo("en"))
                .body("purposes[0].purpose", equalTo("necessary"))
                .body("purposes.optional", contains(false, true, true, true, true, true, true))
                .body("purposes[3].sources", contains("browsing", "purchases"))
                .body("purposes[3].countsFor", equalTo("P13M"));
    }

    @Test
    void inGermanToo() {
        given().queryParam("language", "de")
                .get("/v1/purposes")
                .then()
                .body("purposes[3].title", equalTo("Vorschläge für mich"));
    }

    @Test
    void otherLanguagesAreAProblem() {
        given().queryParam("language", "fr")
                .get("/v1/purposes")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://tact.dev/problems/language-unknown"));
    }
}
