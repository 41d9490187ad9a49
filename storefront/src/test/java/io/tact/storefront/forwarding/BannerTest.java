package io.tact.storefront.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.Browser;
import io.tact.storefront.fake.FakeService.Canned;
import io.tact.storefront.fake.FakeService.Seen;
import io.tact.storefront.fake.FakeWorld;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Other people's banners know no CSRF header of ours; where they come from is checked all the same.
 */
@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class BannerTest extends ShopTest {
    private static final String SUBJECTS = "/api/c15t/subjects";
    private static final String SUBJECT = SUBJECTS + "/sub_111D8ayWCLR9CJYoX8xFs24d88";
    private static final String COOKIE = "/api/cookieconsent";

    @Inject MeterRegistry metrics;

    @ParameterizedTest
    @CsvSource({
        "GET,   /api/c15t/init",
        "GET,   /api/c15t/status",
        "GET,   /api/c15t/consents/check?externalId=ann&type=cookie_banner",
        "POST,  " + SUBJECTS,
        "GET,   " + SUBJECT,
        "PATCH, " + SUBJECT,
        "POST,  /api/cookieconsent?asked=marketing",
    })
    void whatBannersCallArrivesUnderTheSamePath(String method, String path) {
        ann.get("/");

        assertThat(fromTheShop(method, path).statusCode()).isEqualTo(200);
        assertThat(FakeWorld.uris()).contains(path);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/c15t/subjects?externalId=ann",
        "DELETE, " + SUBJECT,
        "GET,    /api/c15t/subjects/../status",
        "GET,    /api/c15t/subjects/%73ub_111D8ayWCLR9CJYoX8xFs24d88",
        "GET,    /api/c15t/subjects/sub_1",
        "GET,    /api/c15t/legal-documents/privacy_policy/current",
        "GET,    /api/cookieconsent",
        "POST,   /api/cookieconsent/more",
        "GET,    /tact/consent/api/c15t/status",
        "OPTIONS," + SUBJECTS,
    })
    void whatIsNotListedDoesNotExist(String method, String path) {
        assertThat(fromTheShop(method, path).statusCode()).isEqualTo(404);
        assertThat(FakeWorld.uris()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,  " + SUBJECTS + ",Origin,http://evil.example",
        "POST,  " + SUBJECTS + ",Origin,null",
        "POST,  " + SUBJECTS + ",Sec-Fetch-Site,cross-site",
        "POST,  " + SUBJECTS + ",Sec-Fetch-Site,same-site",
        "POST,  " + SUBJECTS + ",Accept,application/json",
        "PATCH, " + SUBJECT + ",Origin,http://localhost:8081",
        "POST,  " + COOKIE + ",Origin,http://evil.example",
        "POST,  " + COOKIE + ",Accept,text/plain",
    })
    void whatAnotherPageSendsIsRefused(String method, String path, String header, String value) {
        ann.get("/");
        FakeWorld.forget();

        HttpResponse<String> answer = ann.send(method, path, header, value, "X-Tact-CSRF", "1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(FakeWorld.uris()).isEmpty();
    }

    @Test
    void theShopSaysWhoAnswers() {
        ann.get("/");

        fromTheShop(
                "POST",
                SUBJECTS,
                "Tact-Visitor",
                "stolen",
                "Authorization",
                "stolen",
                "Sec-GPC",
                "1");

        Seen seen = FakeWorld.CONSENT.onlySeen("POST " + SUBJECTS);
        assertThat(seen.header("Tact-Visitor")).isEqualTo(ann.cookie("tact-visitor"));
        assertThat(seen.header("Authorization")).isNull();
        assertThat(seen.header("Sec-GPC")).isEqualTo("1");
    }

    @Test
    void whoAnswersBeforeAnyPageIsWelcomed() {
        fromTheShop("POST", COOKIE);

        assertThat(FakeWorld.CONSENT.onlySeen("POST " + COOKIE).header("Tact-Visitor"))
                .isEqualTo(ann.cookie("tact-visitor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SUBJECTS, COOKIE})
    void aVisitorIsRememberedAsLongAsSomethingIsGranted(String path) {
        ann.get("/");

        FakeWorld.CONSENT.answer("POST " + path, taken("measurement,marketing", 1));
        HttpResponse<String> granted = fromTheShop("POST", path);
        FakeWorld.CONSENT.answer("POST " + path, taken("", 2));
        HttpResponse<String> withdrawn = fromTheShop("POST", path);
        FakeWorld.CONSENT.answer("POST " + path, new Canned(422, Map.of(), ""));
        HttpResponse<String> refused = fromTheShop("POST", path);
        ann.post("/tact/frequency/v1/reservations", "{}");

        assertThat(granted.statusCode()).isEqualTo(204);
        assertThat(Browser.setCookie(granted, "tact-subject"))
                .hasValueSatisfying(line -> assertThat(line).startsWith("tact-subject=l."));
        assertThat(Browser.setCookie(withdrawn, "tact-subject"))
                .hasValueSatisfying(line -> assertThat(line).startsWith("tact-subject=s."));
        assertThat(Browser.setCookie(refused, "tact-subject")).isEmpty();
        assertThat(granted.headers().map().keySet())
                .doesNotContain("consent-seq", "consent-granted", "transfer-encoding");
        assertThat(FakeWorld.FREQUENCY.onlySeen("POST /v1/reservations").header("Consent-Seq"))
                .isEqualTo("k".repeat(43) + "=2");
    }

    @Test
    void noMetricHoldsABannersId() {
        ann.get("/");

        fromTheShop("PATCH", SUBJECT);
        fromTheShop("DELETE", SUBJECT);
        ann.send("PATCH", SUBJECT, "Origin", "http://evil.example");

        assertThat(metrics.getMeters())
                .extracting(meter -> meter.getId().toString())
                .anyMatch(id -> id.contains("/api/c15t/"))
                .noneMatch(id -> id.contains("sub_"));
    }

    @Test
    void anAwayServiceIsAnErrorThatABannerTriesAgain() {
        ann.get("/");
        FakeWorld.CONSENT.stop();

        HttpResponse<String> answer = fromTheShop("POST", SUBJECTS);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    private HttpResponse<String> fromTheShop(String method, String path, String... more) {
        if (method.equals("GET")) {
            return ann.get(path);
        }
        String[] headers = new String[more.length + 2];
        headers[0] = "Origin";
        headers[1] = FakeWorld.ORIGIN;
        System.arraycopy(more, 0, headers, 2, more.length);
        return ann.send(method, path, headers);
    }

    private static Canned taken(String granted, int version) {
        return new Canned(
                204,
                Map.of("Consent-Granted", granted, "Consent-Seq", "k".repeat(43) + "=" + version),
                "");
    }
}
