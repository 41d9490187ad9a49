package io.tact.frequency;

import static io.restassured.RestAssured.given;
import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint, asked by the wrong one. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class WrongCustomerTest {
    private static final List<String> STEPS =
            List.of("confirm", "release", "seen", "not-interested");

    Surroundings shop;

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "release", "seen", "not-interested"})
    void reservationOfAnotherDoesNotExist(String step) {
        shop.personalCampaign("wrong-a", "wrong.a");
        shop.contextualCampaign("wrong-b", "wrong.b");
        RequestSpecification ann = shop.customer(somebody(), true);
        String personal = reserve(ann, ask("wrong.a", "wrong-a", "tent-1"));
        RequestSpecification visitor = shop.asVisitor(shop.tokens().visitor(somebody()));
        String ofSession = reserve(visitor, ask("wrong.b"));

        for (String id : new String[] {personal, ofSession}) {
            for (RequestSpecification other :
                    new RequestSpecification[] {
                        shop.customer(somebody(), true),
                        shop.asVisitor(shop.tokens().visitor(somebody())),
                        shop.manager()
                    }) {
                other.post("/v1/reservations/" + id + "/" + step)
                        .then()
                        .statusCode(404)
                        .body("type", equalTo("https://tact.dev/problems/reservation-unknown"));
            }
        }
        ann.post("/v1/reservations/" + personal + "/confirm").then().statusCode(200);
        visitor.post("/v1/reservations/" + ofSession + "/confirm").then().statusCode(200);
    }

    @Test
    void nobodySettlesWithoutCredentials() {
        for (String step : STEPS) {
            given().contentType("application/json")
                    .post("/v1/reservations/pAAAAAAAAAAA/" + step)
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("https://tact.dev/problems/subject-required"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "wrongAudience", "foreignIssuer", "unsigned", "malformed"})
    void tokenThatProvesNothingIsAnErrorAndNeverAStranger(String flaw) {
        String token =
                switch (flaw) {
                    case "expired" -> shop.tokens().expired("ann");
                    case "wrongAudience" -> shop.tokens().wrongAudience("ann");
                    case "foreignIssuer" -> shop.tokens().foreignIssuer("ann");
                    case "unsigned" -> shop.tokens().unsigned("ann");
                    default -> shop.tokens().malformed();
                };
        RequestSpecification ann = given().auth().oauth2(token).contentType("application/json");

        ann.body(ask("wrong.c")).post("/v1/reservations").then().statusCode(401);
        for (String step : STEPS) {
            ann.post("/v1/reservations/pAAAAAAAAAAA/" + step).then().statusCode(401);
        }
        ann.get("/v1/campaigns").then().statusCode(401);
        ann.get("/v1/policies").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "foreign", "malformed"})
    void visitorTokenThatProvesNothingIsAnErrorAndNeverAStranger(String flaw) {
        String token =
                switch (flaw) {
                    case "expired" -> shop.tokens().expiredVisitor("a-subject-id-of-22-chars");
                    case "foreign" -> shop.tokens().foreignVisitor("a-subject-id-of-22-chars");
                    default -> shop.tokens().malformed();
                };

        shop.asVisitor(token).body(ask("wrong.d")).post("/v1/reservations").then().statusCode(401);
    }

    @Test
    void subjectInTheBodyIsNoSubject() {
        given().contentType("application/json")
                .body(
                        """
                        {"placement":"wrong.e","subject":"user_id:ann","identityKey":"%s"}"""
                                .formatted(shop.keyOf("ann").value()))
                .post("/v1/reservations")
                .then()
                .statusCode(200)
                .body("reason.rule", equalTo("no-subject"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/campaigns", "/v1/policies"})
    void registryIsForStaffAlone(String path) {
        String body = "{\"rules\":[]}";
        for (String role : new String[] {"merchandiser", "privacy-officer", "consent-officer"}) {
            RequestSpecification staff = staff(role);
            staff.get(path).then().statusCode(403);
            staff.get(path + "/x").then().statusCode(403);
            staff.body(body).put(path + "/x").then().statusCode(403);
        }
        RequestSpecification customer = shop.asCustomer("ann");
        customer.get(path).then().statusCode(403);
        customer.body(body).put(path + "/x").then().statusCode(403);
        RequestSpecification visitor = shop.asVisitor(shop.tokens().visitor(somebody()));
        visitor.get(path).then().statusCode(401);
        visitor.body(body).put(path + "/x").then().statusCode(401);
        given().get(path).then().statusCode(401);
        given().contentType("application/json").body(body).put(path + "/x").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/campaigns", "/v1/policies"})
    void analystReadsAndDoesNotWrite(String path) {
        RequestSpecification analyst = staff("analyst");

        analyst.get(path).then().statusCode(200);
        analyst.body("{\"rules\":[]}").put(path + "/x").then().statusCode(403);
    }

    private RequestSpecification staff(String role) {
        return given().auth().oauth2(shop.tokens().staff(role)).contentType("application/json");
    }

    private static String reserve(RequestSpecification who, String body) {
        return who.body(body)
                .post("/v1/reservations")
                .then()
                .statusCode(200)
                .body("decision", equalTo("GRANT"))
                .extract()
                .path("reservation.id");
    }
}
