package io.tact.profile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.localstack.test.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class AuthorizationTest {
    private static final List<String> ROLES =
            List.of(
                    "consent-officer",
                    "privacy-officer",
                    "merchandiser",
                    "campaign-manager",
                    "analyst");

    Shop shop;

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/me/profile?purpose=experience",
        "GET,/v1/me/data",
        "GET,/v1/me/limits",
        "PUT,/v1/me/limits",
        "POST,/v1/me/traits",
        "POST,/v1/me/links",
        "GET,/v1/me/questions",
        "PUT,/v1/me/questions/favourite_kind/answer",
        "DELETE,/v1/me/questions/favourite_kind/answer",
        "POST,/v1/me/erasure",
        "GET,/v1/me/erasure",
        "GET,/v1/me/export",
        "GET,/v1/me/export?kind=portability",
        "PUT,/v1/me/values/favourite_kind",
        "DELETE,/v1/me/values/favourite_kind"
    })
    void personalOperationsNeedCredentialsThatProveSomething(Method method, String path) {
        TestTokens tokens = shop.stack().tokens();

        problem(given(), method, path, "subject-required");
        for (String token :
                List.of(
                        tokens.expired("ann"),
                        tokens.wrongAudience("ann"),
                        tokens.foreignIssuer("ann"),
                        tokens.unsigned("ann"),
                        tokens.malformed())) {
            problem(given().auth().oauth2(token), method, path, "token-invalid");
            problem(
                    given().auth().oauth2(token).header("Tact-Visitor", tokens.visitor("ann")),
                    method,
                    path,
                    "token-invalid");
        }
        for (String token :
                List.of(tokens.expiredVisitor("ann"), tokens.foreignVisitor("ann"), "x")) {
            problem(given().header("Tact-Visitor", token), method, path, "visitor-token-invalid");
            problem(
                    given().auth().oauth2(tokens.customer("ann")).header("Tact-Visitor", token),
                    method,
                    path,
                    "visitor-token-invalid");
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/me/profile?purpose=experience", "GET,/v1/me/data"})
    void staffHasNoWayToSomebodyElse(Method method, String path) {
        String staff =
                shop.stack().tokens().staff("privacy-officer", "analyst", "campaign-manager");

        given().auth()
                .oauth2(staff)
                .queryParam("userId", "ann")
                .header("X-Tact-Subject", "user_id:ann")
                .request(method, path)
                .then()
                .statusCode(200)
                .body("values", equalTo(path.endsWith("data") ? List.of() : null))
                .body("traits", equalTo(path.endsWith("data") ? null : java.util.Map.of()));
    }

    @Test
    void howLongWhatIsKeptIsForEverybodyToSee() {
        given().get("/v1/retention")
                .then()
                .statusCode(200)
                .body("purposes.marketing", equalTo("P13M"))
                .body("others", equalTo("P13M"))
                .body("contract", equalTo("P10Y"))
                .body("deadLetters", equalTo("P7D"))
                .body("reads", equalTo("P365D"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /v1/dead-letters              | analyst,privacy-officer
                    GET    | /v1/erasures                  | privacy-officer
                    GET    | /v1/explanations              | privacy-officer
                    POST   | /v1/explanations              | privacy-officer
                    GET    | /v1/questions                 | merchandiser,privacy-officer
                    GET    | /v1/questions/never_asked     | merchandiser,privacy-officer
                    PUT    | /v1/questions/never_asked     | merchandiser,privacy-officer
                    DELETE | /v1/questions/never_asked     | merchandiser,privacy-officer
                    GET    | /v1/definitions               | analyst,privacy-officer
                    PUT    | /v1/definitions/never_defined | analyst
                    DELETE | /v1/definitions/never_defined | analyst,privacy-officer
                    """)
    void staffDoesWhatItsRolesAreFor(Method method, String path, String roles) {
        TestTokens tokens = shop.stack().tokens();
        List<String> allowed = List.of(roles.split(","));
        String[] others =
                ROLES.stream().filter(role -> !allowed.contains(role)).toArray(String[]::new);

        asStaff(given(), method, path)
                .statusCode(401)
                .body("type", equalTo("https://tact.dev/problems/token-required"));
        for (String token : List.of(tokens.customer("ann"), tokens.staff(others))) {
            asStaff(given().auth().oauth2(token), method, path)
                    .statusCode(403)
                    .body("type", equalTo("https://tact.dev/problems/role-missing"));
        }
        for (String role : allowed) {
            asStaff(given().auth().oauth2(tokens.staff(role)), method, path)
                    .statusCode(oneOf(200, 400, 404, 422));
        }
    }

    private static ValidatableResponse asStaff(
            RequestSpecification request, Method method, String path) {
        return request.contentType("application/json")
                .body(method == Method.PUT ? "{}" : "")
                .request(method, path)
                .then();
    }

    private static ValidatableResponse problem(
            RequestSpecification request, Method method, String path, String slug) {
        return request.contentType("application/json")
                .body(method == Method.POST ? "{\"a\":1}" : "")
                .request(method, path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("Cache-Control", "private, no-store")
                .body("type", equalTo("https://tact.dev/problems/" + slug));
    }
}
