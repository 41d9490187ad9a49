package io.tact.consent;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.c15t.BannerIds;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everybody who pretends to be Ann, at every personal door. A spoof succeeds when a credential that
 * proves nothing is not refused, when an answer tells anything of Ann that it does not tell of
 * nobody, or when anything of hers has changed afterwards. None may.
 *
 * <p>A replayed token means here: one that was believed and has ended since; and one of another
 * visitor beside Ann's name. A good token that was stolen is Ann until it ends, which is why no
 * script may see it.
 */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class SpoofMatrixTest {
    private static final String FOR_STAFF = "GET /api/c15t/subjects";

    TestStack stack;

    private final String ann = "ann-" + UUID.randomUUID();
    private final String annsVisit = UUID.randomUUID().toString();
    private final String annsBanner = BannerIds.drawn();
    private final String nobody = "nobody-" + UUID.randomUUID();

    /** What comes out of each door for the right one; so a door that lets nobody in is noticed. */
    @BeforeEach
    void annSaysYes() {
        RequestSpecification asAnn =
                given().auth()
                        .oauth2(stack.tokens().customer(ann))
                        .header("Tact-Visitor", stack.tokens().visitor(annsVisit));
        for (RequestSpecification who : List.of(given(), asAnn)) {
            json(who, answer(annsBanner, true)).post("/api/c15t/subjects").then().statusCode(200);
        }
        assertThat(annsState()).contains("granted").doesNotContain("refused");
    }

    @Test
    void credentialThatProvesNothingOpensNoDoor() {
        var successes = new ArrayList<String>();
        int attempts = 0;
        for (var spoof : worthless().entrySet()) {
            for (var door : doors(ann, annsBanner).entrySet()) {
                attempts++;
                int status = door.getValue().apply(spoof.getValue().apply(given())).statusCode();
                if (!isRefusal(status, door.getKey())) {
                    successes.add(spoof.getKey() + " at " + door.getKey() + ": " + status);
                }
            }
        }

        System.out.printf(
                "spoof matrix: %d worthless credentials, %d successes%n",
                attempts, successes.size());
        assertThat(attempts).isGreaterThan(200);
        assertThat(successes).isEmpty();
        assertUntouched();
    }

    @Test
    void credentialOfSomebodyElseTellsNothingOfAnn() {
        var successes = new ArrayList<String>();
        int attempts = 0;
        for (var spoof : somebodyElse().entrySet()) {
            Map<String, Function<RequestSpecification, Response>> ofAnn =
                    doors(ann, BannerIds.drawn());
            Map<String, Function<RequestSpecification, Response>> ofNobody =
                    doors(nobody, BannerIds.drawn());
            for (var door : ofAnn.entrySet()) {
                attempts++;
                String told = told(door.getValue().apply(spoof.getValue().apply(given())));
                String toldOfNobody =
                        told(
                                requireNonNull(ofNobody.get(door.getKey()))
                                        .apply(spoof.getValue().apply(given())));
                if (!told.replace(ann, nobody).equals(toldOfNobody)) {
                    successes.add(spoof.getKey() + " at " + door.getKey() + ": " + told);
                }
            }
        }

        System.out.printf(
                "spoof matrix: %d foreign credentials, %d successes%n", attempts, successes.size());
        assertThat(attempts).isGreaterThan(40);
        assertThat(successes).isEmpty();
        assertUntouched();
    }

    @Test
    void forgedBannerIdIsRefusedOrIsNobody() {
        for (String forged :
                List.of(
                        "sub_2jv6z8n4q9",
                        "sub_11111111111111111111",
                        annsBanner.substring(0, annsBanner.length() - 1),
                        annsBanner + "1",
                        annsBanner.replace("sub_", "cns_"),
                        TestTokens.anonymousId(annsBanner))) {
            given().contentType(ContentType.JSON)
                    .body(answer(forged, false))
                    .post("/api/c15t/subjects")
                    .then()
                    .statusCode(422);
        }
        assertUntouched();
    }

    @Test
    void annsBannerIdGetsNoToken() {
        given().contentType(ContentType.JSON)
                .body(Map.of("subjectId", annsBanner))
                .post("/v1/visitors")
                .then()
                .statusCode(422);
    }

    @Test
    void tokenThatWasBelievedAndHasEndedIsReplayedInVain() {
        Duration moment = Duration.ofSeconds(3);
        String account = stack.tokens().customer(ann, moment);
        String visit = stack.tokens().visitor(annsVisit, moment);
        Instant end = Instant.now().plus(moment);
        assertThat(mine(given().auth().oauth2(account)).statusCode()).isEqualTo(200);
        assertThat(mine(given().header("Tact-Visitor", visit)).statusCode()).isEqualTo(200);

        Eventually.get(
                "the end of both tokens", Instant::now, now -> now.isAfter(end.plusSeconds(1)));

        for (var door : doors(ann, annsBanner).entrySet()) {
            assertThat(door.getValue().apply(given().auth().oauth2(account)).statusCode())
                    .as(door.getKey())
                    .isEqualTo(401);
            assertThat(door.getValue().apply(given().header("Tact-Visitor", visit)).statusCode())
                    .as(door.getKey())
                    .isEqualTo(401);
        }
        assertUntouched();
    }

    /** Where a role is needed, that it is missing may be noticed first. */
    private static boolean isRefusal(int status, String door) {
        return status == 401 || (status == 403 && door.equals(FOR_STAFF));
    }

    private Map<String, UnaryOperator<RequestSpecification>> worthless() {
        TestTokens tokens = stack.tokens();
        var bearers = new LinkedHashMap<String, String>();
        bearers.put("expired", tokens.expired(ann));
        bearers.put("wrong audience", tokens.wrongAudience(ann));
        bearers.put("wrong issuer, right key", tokens.wrongIssuer(ann));
        bearers.put("foreign issuer and key", tokens.foreignIssuer(ann));
        bearers.put("algorithm none", tokens.unsigned(ann));
        bearers.put("visitor's token as an account's", tokens.visitor(annsVisit));
        bearers.put("no token at all", tokens.malformed());
        tokens.symmetric(ann)
                .forEach(
                        token -> bearers.put("HS256 with the public key " + bearers.size(), token));
        var visits = new LinkedHashMap<String, String>();
        visits.put("expired", tokens.expiredVisitor(annsVisit));
        visits.put("wrong audience", tokens.wrongAudienceVisitor(annsVisit));
        visits.put("wrong issuer, right key", tokens.wrongIssuerVisitor(annsVisit));
        visits.put("foreign key", tokens.foreignVisitor(annsVisit));
        visits.put("algorithm none", tokens.unsignedVisitor(annsVisit));
        visits.put("account's token as a visitor's", tokens.customer(ann));
        visits.put("subject id as a token", annsVisit);
        visits.put("banner's id as a token", annsBanner);
        tokens.symmetricVisitor(annsVisit)
                .forEach(token -> visits.put("HS256 with the public key " + visits.size(), token));
        var spoofs = new LinkedHashMap<String, UnaryOperator<RequestSpecification>>();
        bearers.forEach(
                (name, token) -> {
                    spoofs.put("account: " + name, who -> who.auth().oauth2(token));
                    spoofs.put(
                            "account beside a good visitor: " + name,
                            who ->
                                    who.auth()
                                            .oauth2(token)
                                            .header(
                                                    "Tact-Visitor",
                                                    tokens.visitor("m".repeat(22))));
                });
        visits.forEach(
                (name, token) -> {
                    spoofs.put("visitor: " + name, who -> who.header("Tact-Visitor", token));
                    spoofs.put(
                            "visitor beside a good account: " + name,
                            who ->
                                    who.header("Tact-Visitor", token)
                                            .auth()
                                            .oauth2(tokens.customer("mallory")));
                });
        return spoofs;
    }

    /** Each names Ann wherever a door has a place for a name. */
    private Map<String, UnaryOperator<RequestSpecification>> somebodyElse() {
        TestTokens tokens = stack.tokens();
        return Map.of(
                "nobody", who -> who,
                "another customer", who -> who.auth().oauth2(tokens.customer("m-" + nobody)),
                "another visitor",
                        who ->
                                who.header(
                                        "Tact-Visitor",
                                        tokens.visitor(UUID.randomUUID().toString())),
                "staff of another role", who -> who.auth().oauth2(tokens.staff("merchandiser")),
                "headers that claim",
                        who ->
                                who.header("X-Tact-Subject", ann)
                                        .header("X-Forwarded-User", ann)
                                        .cookie("tact-subject", "l." + annsVisit)
                                        .queryParam("subject", ann));
    }

    /** Every way in of a person; so a new one has to be added here. */
    private static Map<String, Function<RequestSpecification, Response>> doors(
            String account, String banner) {
        String subject = "/api/c15t/subjects/" + banner;
        var doors = new LinkedHashMap<String, Function<RequestSpecification, Response>>();
        doors.put("GET /v1/me/consents", SpoofMatrixTest::mine);
        doors.put(
                "POST /v1/me/consents",
                who ->
                        json(who, Map.of("answers", Map.of("measurement", false)))
                                .post("/v1/me/consents"));
        doors.put(
                "GET /v1/me/proof",
                who -> who.queryParam("purpose", "marketing").get("/v1/me/proof"));
        doors.put("POST /v1/visitors", who -> json(who, Map.of()).post("/v1/visitors"));
        doors.put(
                "POST /api/c15t/subjects",
                who -> json(who, answer(banner, false, account)).post("/api/c15t/subjects"));
        doors.put("GET /api/c15t/subjects/{id}", who -> who.get(subject));
        doors.put(
                "PATCH /api/c15t/subjects/{id}",
                who -> json(who, Map.of("externalId", account)).patch(subject));
        doors.put(
                FOR_STAFF, who -> who.queryParam("externalId", account).get("/api/c15t/subjects"));
        doors.put(
                "GET /api/c15t/consents/check",
                who ->
                        who.queryParam("externalId", account)
                                .queryParam("type", "cookie_banner")
                                .get("/api/c15t/consents/check"));
        doors.put(
                "POST /api/cookieconsent",
                who ->
                        json(who, Map.of("categories", List.of(), "consentId", account))
                                .post("/api/cookieconsent"));
        return doors;
    }

    /** Without what differs between any two answers: versions, times and ids of the asker. */
    private static String told(Response response) {
        return response.statusCode()
                + " "
                + response.asString()
                        .replaceAll("sub_[1-9A-HJ-NP-Za-km-z]+", "sub_")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "time")
                        .replaceAll("[A-Za-z0-9_-]{43}=\\d+", "version")
                        .replaceAll("\"givenAt\":\\d+", "givenAt")
                        .replaceAll(
                                "\"(subjectId|anonymousId|token|instance)\":\"[^\"]*\"", "\"$1\"");
    }

    private void assertUntouched() {
        assertThat(annsState()).contains("granted").doesNotContain("refused", "withdrawn");
        assertThat(
                        given().get("/api/c15t/subjects/" + annsBanner)
                                .then()
                                .extract()
                                .header("Consent-Seq"))
                .endsWith("=2");
    }

    private String annsState() {
        Response state =
                mine(
                        given().auth()
                                .oauth2(stack.tokens().customer(ann))
                                .header("Tact-Visitor", stack.tokens().visitor(annsVisit)));
        assertThat(state.header("Consent-Seq").split(","))
                .allSatisfy(seq -> assertThat(seq).endsWith("=1"));
        return state.asString();
    }

    private static Response mine(RequestSpecification who) {
        return who.get("/v1/me/consents");
    }

    private static RequestSpecification json(RequestSpecification who, Object body) {
        return who.contentType(ContentType.JSON).body(body);
    }

    private static Map<String, Object> answer(String banner, boolean yes) {
        return answer(banner, yes, "");
    }

    private static Map<String, Object> answer(String banner, boolean yes, String claimed) {
        return Map.of(
                "subjectId",
                banner,
                "type",
                "cookie_banner",
                "domain",
                "shop.example",
                "givenAt",
                Instant.now().toEpochMilli(),
                "externalSubjectId",
                claimed,
                "preferences",
                Map.of("marketing", yes, "measurement", yes));
    }
}
