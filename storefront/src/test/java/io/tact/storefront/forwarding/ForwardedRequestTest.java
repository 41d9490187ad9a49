package io.tact.storefront.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.Browser;
import io.tact.storefront.fake.FakeService.Canned;
import io.tact.storefront.fake.FakeService.Seen;
import io.tact.storefront.fake.FakeWorld;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class ForwardedRequestTest extends ShopTest {

    @Test
    void identityComesFromTheShopAndNeverFromTheBrowser() {
        ann.get("/");
        String token = ann.cookie("tact-visitor");

        ann.post(
                "/tact/recommendation/v1/recommendations",
                "{\"placement\":\"home.popular\"}",
                "Authorization",
                "Bearer stolen",
                "Tact-Visitor",
                "stolen",
                "Consent-Seq",
                "x".repeat(43) + "=99",
                "X-Forwarded-For",
                "10.0.0.1",
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "for=10.0.0.1",
                "X-Write-Key",
                "stolen",
                "X-Anything-Else",
                "1");

        Seen seen = FakeWorld.RECOMMENDATION.onlySeen("POST /v1/recommendations");
        assertThat(seen.header("Tact-Visitor")).isEqualTo(token);
        assertThat(seen.headers().names())
                .doesNotContain(
                        "Authorization",
                        "Consent-Seq",
                        "X-Forwarded-For",
                        "X-Forwarded-Host",
                        "Forwarded",
                        "X-Write-Key",
                        "X-Anything-Else",
                        "Cookie",
                        "Origin",
                        "X-Tact-CSRF");
        assertThat(seen.body()).isEqualTo("{\"placement\":\"home.popular\"}");
    }

    @Test
    void whatIsHarmlessPasses() {
        ann.get("/");

        ann.post(
                "/tact/frequency/v1/reservations",
                "{}",
                "Sec-GPC",
                "1",
                "Accept-Language",
                "de",
                "X-Request-Id",
                "request-7",
                "Idempotency-Key",
                "once");

        Seen seen = FakeWorld.FREQUENCY.onlySeen("POST /v1/reservations");
        assertThat(seen.header("Sec-GPC")).isEqualTo("1");
        assertThat(seen.header("Accept-Language")).isEqualTo("de");
        assertThat(seen.header("X-Request-Id")).isEqualTo("request-7");
        assertThat(seen.header("Idempotency-Key")).isEqualTo("once");
    }

    @Test
    void aRequestIdThatIsNotHarmlessIsReplaced() {
        HttpResponse<String> answer = ann.get("/", "X-Request-Id", "{jndi:x}");

        assertThat(answer.headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{36}"));
    }

    @Test
    void publicReadsCarryNobody() {
        ann.get("/");

        ann.get("/tact/consent/v1/purposes?language=de");

        Seen seen = FakeWorld.CONSENT.onlySeen("GET /v1/purposes");
        assertThat(seen.headers().names()).doesNotContain("Tact-Visitor", "Authorization");
        assertThat(seen.uri()).isEqualTo("/v1/purposes?language=de");
    }

    @Test
    void anEventIsOfWhomTheShopSays() {
        ann.get("/");
        String subject = ann.cookie("tact-subject").substring(2);

        ann.post(
                "/tact/profile/v1/track",
                """
                {"event":"Product Viewed","anonymousId":"another","userId":"another","writeKey":"k",
                 "properties":{"product_id":"tent-1"}}""",
                "Authorization",
                "Basic c3RvbGVuOg==");

        Seen seen = FakeWorld.PROFILE.onlySeen("POST /v1/track");
        JsonObject event = seen.json();
        assertThat(event.getString("anonymousId")).isEqualTo(FakeWorld.anonymousId(subject));
        assertThat(event.fieldNames()).doesNotContain("userId", "writeKey");
        assertThat(event.getJsonObject("properties").getString("product_id")).isEqualTo("tent-1");
        assertThat(seen.header("X-Write-Key")).isEqualTo(FakeWorld.BROWSER_KEY);
        assertThat(seen.header("Authorization")).isNull();
    }

    @Test
    void everyEventOfABatchIsOfWhomTheShopSays() {
        ann.get("/");

        ann.post(
                "/tact/profile/v1/batch",
                "{\"batch\":[{\"anonymousId\":\"a\",\"userId\":\"b\"},{\"previousId\":\"c\"}]}");

        JsonObject sent = FakeWorld.PROFILE.onlySeen("POST /v1/batch").json();
        String own = sent.getString("anonymousId");
        assertThat(sent.getJsonArray("batch"))
                .allSatisfy(
                        one -> assertThat(one).isEqualTo(new JsonObject().put("anonymousId", own)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{\"batch\":[1]}",
                "{\"batch\":{}}",
                "{\"batch\":[null]}"
            })
    void anEventThatCannotBeReadIsRefused(String body) {
        ann.get("/");

        HttpResponse<String> answer = ann.post("/tact/profile/v1/batch", body);

        assertProblem(answer, 400, "event-malformed");
    }

    @Test
    void anEventOfNobodyIsRefused() {
        HttpResponse<String> answer = ann.post("/tact/profile/v1/track", "{}");

        assertProblem(answer, 401, "subject-required");
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedBeforeAServiceSeesIt() {
        ann.get("/");
        FakeWorld.forget();

        HttpResponse<String> within =
                ann.post("/tact/frequency/v1/reservations", "x".repeat(65_536));
        HttpResponse<String> beyond =
                ann.post("/tact/frequency/v1/reservations", "x".repeat(65_537));

        assertThat(within.statusCode()).isEqualTo(200);
        assertProblem(beyond, 413, "body-too-large");
        assertThat(FakeWorld.FREQUENCY.seen()).hasSize(1);
    }

    @Test
    void cookiesAndConsentVersionsOfAServiceStayWithTheShop() {
        ann.get("/");
        FakeWorld.FREQUENCY.answer(
                "POST /v1/reservations",
                Canned.json("{}")
                        .with("Set-Cookie", "upstream=1")
                        .with("Consent-Seq", "a".repeat(43) + "=1")
                        .with("Server", "secret/1.0")
                        .with("Index-Version", "7"));

        HttpResponse<String> answer = ann.post("/tact/frequency/v1/reservations", "{}");

        assertThat(Browser.setCookie(answer, "upstream")).isEmpty();
        assertThat(answer.headers().map().keySet())
                .doesNotContain("consent-seq", "server")
                .contains("index-version");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    }

    @Test
    void aRefusalOfAServicePassesAsItIs() {
        ann.get("/");
        FakeWorld.FREQUENCY.answer(
                "POST /v1/reservations/r-1/confirm",
                new Canned(410, Map.of("Content-Type", "application/problem+json"), "{\"x\":1}"));

        HttpResponse<String> answer = ann.post("/tact/frequency/v1/reservations/r-1/confirm", "{}");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).isEqualTo("{\"x\":1}");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void aRedirectIsNotFollowedAndNotPassedOn() {
        FakeWorld.CONSENT.answer(
                "GET /v1/purposes", new Canned(302, Map.of("Location", "http://evil.example"), ""));

        HttpResponse<String> answer = ann.get("/tact/consent/v1/purposes");

        assertProblem(answer, 502, "answer-unusable");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void anAnswerBeyondTheLimitIsNotPassedOn() {
        FakeWorld.CONSENT.answer("GET /v1/purposes", Canned.json("x".repeat(4_194_305)));

        HttpResponse<String> answer = ann.get("/tact/consent/v1/purposes");

        assertProblem(answer, 502, "answer-unusable");
    }

    @Test
    void aLargeAnswerArrivesWhole() {
        FakeWorld.CONSENT.answer("GET /v1/purposes", Canned.json("x".repeat(4_194_304)));

        assertThat(ann.get("/tact/consent/v1/purposes").body()).hasSize(4_194_304);
    }

    @Test
    void aDownloadFlowsThroughWholeUnderItsNameInTheShoppersName() {
        ann.get("/");
        FakeWorld.PROFILE.answer(
                "GET /v1/me/export",
                Canned.json("x".repeat(9_000_000))
                        .with("Content-Disposition", "attachment; filename=\"tact-access.json\"")
                        .with("Cache-Control", "public"));

        HttpResponse<String> answer = ann.get("/tact/profile/v1/me/export?kind=access");

        assertThat(answer.body()).hasSize(9_000_000);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"tact-access.json\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(FakeWorld.PROFILE.onlySeen("GET /v1/me/export").header("Tact-Visitor"))
                .isEqualTo(ann.cookie("tact-visitor"));
    }

    @Test
    void aSchemaIsAskedForInNobodysName() {
        ann.get("/");

        ann.get("/tact/profile/v1/exports/access.v1.schema.json");

        assertThat(
                        FakeWorld.PROFILE
                                .onlySeen("GET /v1/exports/access.v1.schema.json")
                                .headers()
                                .names())
                .doesNotContain("Tact-Visitor", "Authorization");
    }

    @Test
    void elementsMayBeCachedAndComeWithoutIdentity() {
        ann.get("/");
        FakeWorld.RECOMMENDATION.answer(
                "GET /micro-frontend/shelf.js",
                new Canned(
                        200,
                        Map.of("Content-Type", "text/javascript", "ETag", "\"1\""),
                        "export {}"));

        HttpResponse<String> answer = ann.get("/tact/recommendation/micro-frontend/shelf.js");

        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=60, stale-while-revalidate=86400");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(
                        FakeWorld.RECOMMENDATION
                                .onlySeen("GET /micro-frontend/shelf.js")
                                .header("Tact-Visitor"))
                .isNull();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("type"))
                .isEqualTo("https://tact.dev/problems/" + slug);
    }
}
