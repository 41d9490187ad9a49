package io.tact.storefront.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.Browser;
import io.tact.storefront.fake.FakeService.Canned;
import io.tact.storefront.fake.FakeWorld;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class ConsentCookieTest extends ShopTest {
    private static final String CONSENTS = "/tact/consent/v1/me/consents";
    private static final String KEY = "k".repeat(43);

    @BeforeEach
    void consentServiceCounts() {
        AtomicInteger version = new AtomicInteger();
        FakeWorld.CONSENT.answer(
                "POST /v1/me/consents",
                request ->
                        Canned.json(
                                        answers(
                                                request.json()
                                                        .getJsonObject("answers")
                                                        .getBoolean("marketing")))
                                .with("Consent-Seq", KEY + "=" + version.incrementAndGet()));
        ann.get("/");
    }

    @Test
    void theNewestConsentVersionIsShownToEveryService() {
        ann.post(CONSENTS, "{\"answers\":{\"marketing\":true}}");
        HttpResponse<String> withdrawn = ann.post(CONSENTS, "{\"answers\":{\"marketing\":false}}");

        ann.post("/tact/frequency/v1/reservations", "{}");
        ann.post("/tact/profile/v1/track", "{}");

        assertThat(withdrawn.headers().firstValue("Consent-Seq")).isEmpty();
        assertThat(FakeWorld.FREQUENCY.onlySeen("POST /v1/reservations").header("Consent-Seq"))
                .isEqualTo(KEY + "=2");
        assertThat(FakeWorld.PROFILE.onlySeen("POST /v1/track").header("Consent-Seq"))
                .isEqualTo(KEY + "=2");
    }

    @Test
    void theVersionsAreKeptWhereNoScriptSeesThem() {
        HttpResponse<String> granted = ann.post(CONSENTS, "{\"answers\":{\"marketing\":true}}");

        assertThat(Browser.setCookie(granted, "tact-consent-seq"))
                .hasValueSatisfying(
                        line -> assertThat(line).contains("HTTPOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void aVisitorIsRememberedBeyondTheVisitOnlyWhileSomethingIsGranted() {
        HttpResponse<String> granted = ann.post(CONSENTS, "{\"answers\":{\"marketing\":true}}");
        HttpResponse<String> withdrawn = ann.post(CONSENTS, "{\"answers\":{\"marketing\":false}}");

        assertThat(Browser.setCookie(granted, "tact-subject"))
                .hasValueSatisfying(
                        line ->
                                assertThat(line)
                                        .startsWith("tact-subject=l.")
                                        .contains("Max-Age=15552000"));
        assertThat(Browser.setCookie(withdrawn, "tact-subject"))
                .hasValueSatisfying(
                        line ->
                                assertThat(line)
                                        .startsWith("tact-subject=s.")
                                        .doesNotContain("Max-Age", "Expires"));
    }

    @Test
    void readingTheSameAnswersChangesNoCookie() {
        ann.post(CONSENTS, "{\"answers\":{\"marketing\":true}}");
        FakeWorld.CONSENT.answer("GET /v1/me/consents", Canned.json(answers(true)));

        assertThat(Browser.setCookie(ann.get(CONSENTS), "tact-subject")).isEmpty();
    }

    @Test
    void aBrokenCookieIsAsNone() {
        ann.cookies().put("tact-consent-seq", "broken");

        ann.post("/tact/frequency/v1/reservations", "{}");

        assertThat(FakeWorld.FREQUENCY.onlySeen("POST /v1/reservations").header("Consent-Seq"))
                .isNull();
    }

    private static String answers(boolean granted) {
        return "{\"answers\":{\"necessary\":{\"answer\":\"granted\"},\"marketing\":{\"answer\":\"%s\"}},\"unanswered\":[]}"
                .formatted(granted ? "granted" : "refused");
    }
}
