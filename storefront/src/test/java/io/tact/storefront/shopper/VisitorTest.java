package io.tact.storefront.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.Browser;
import io.tact.storefront.fake.FakeService.Canned;
import io.tact.storefront.fake.FakeService.Seen;
import io.tact.storefront.fake.FakeWorld;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class VisitorTest extends ShopTest {
    private static final String SUBJECT = "a-subject-id-of-enough-length";

    @Test
    void theFirstPageMakesAVisitorForThisSession() {
        HttpResponse<String> page = ann.get("/");

        for (String name : new String[] {"tact-subject", "tact-visitor"}) {
            assertThat(Browser.setCookie(page, name))
                    .hasValueSatisfying(
                            line ->
                                    assertThat(line)
                                            .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                                            .doesNotContain(
                                                    "Max-Age", "Expires", "Domain", "Secure"));
        }
        assertThat(page.body()).doesNotContain(ann.cookie("tact-subject").substring(2));
        assertThat(page.headers().allValues("Set-Cookie"))
                .noneMatch(line -> line.contains("upstream"));
    }

    @Test
    void theSecondPageAsksForNothing() {
        ann.get("/");
        FakeWorld.forget();

        HttpResponse<String> page = ann.get("/privacy");

        assertThat(FakeWorld.CONSENT.seen("POST /v1/visitors")).isEmpty();
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aTokenInItsLastQuarterIsRenewedWithinTheSameVisit() {
        String old = FakeWorld.visitorToken(SUBJECT, -80, 20);
        ann.cookies().put("tact-subject", "l." + SUBJECT);
        ann.cookies().put("tact-visitor", old);

        HttpResponse<String> page = ann.get("/");

        Seen seen = FakeWorld.CONSENT.onlySeen("POST /v1/visitors");
        assertThat(seen.json().getString("subjectId")).isEqualTo(SUBJECT);
        assertThat(seen.header("Tact-Visitor")).isEqualTo(old);
        assertThat(ann.cookie("tact-visitor")).isNotEqualTo(old);
        assertThat(Browser.setCookie(page, "tact-subject")).isEmpty();
    }

    @Test
    void aTokenInItsFirstQuartersIsLeftAlone() {
        ann.cookies().put("tact-subject", "l." + SUBJECT);
        ann.cookies().put("tact-visitor", FakeWorld.visitorToken(SUBJECT, -70, 30));

        ann.get("/");

        assertThat(FakeWorld.CONSENT.seen("POST /v1/visitors")).isEmpty();
    }

    @Test
    void anExpiredTokenIsNeverShown() {
        ann.cookies().put("tact-subject", "l." + SUBJECT);
        ann.cookies().put("tact-visitor", FakeWorld.visitorToken(SUBJECT, -100, -1));
        FakeWorld.CONSENT.answer("POST /v1/visitors", new Canned(503, Map.of(), ""));

        ann.post("/tact/recommendation/v1/recommendations", "{}");

        assertThat(FakeWorld.CONSENT.onlySeen("POST /v1/visitors").header("Tact-Visitor")).isNull();
        assertThat(
                        FakeWorld.RECOMMENDATION
                                .onlySeen("POST /v1/recommendations")
                                .header("Tact-Visitor"))
                .isNull();
    }

    @Test
    void aTokenOfSomebodyElseIsNotUsed() {
        ann.cookies().put("tact-subject", "l." + SUBJECT);
        ann.cookies()
                .put("tact-visitor", FakeWorld.visitorToken("another-subject-of-length", 0, 900));

        ann.post("/tact/recommendation/v1/recommendations", "{}");

        String shown =
                FakeWorld.RECOMMENDATION
                        .onlySeen("POST /v1/recommendations")
                        .header("Tact-Visitor");
        assertThat(VisitorToken.read(String.valueOf(shown)))
                .hasValueSatisfying(
                        token ->
                                assertThat(token.anonymousId())
                                        .isEqualTo(FakeWorld.anonymousId(SUBJECT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "l.short",
                "l.a subject id with spaces in it",
                "q.a-subject-id-of-enough-length"
            })
    void aCookieThatIsNoSubjectIsAsNone(String cookie) {
        ann.cookies().put("tact-subject", cookie);

        ann.get("/");

        assertThat(FakeWorld.CONSENT.onlySeen("POST /v1/visitors").json().isEmpty()).isTrue();
    }

    @Test
    void aTokenThatTheServicesDoNotBelieveIsDropped() {
        ann.get("/");
        FakeWorld.FREQUENCY.answer("POST /v1/reservations", new Canned(401, Map.of(), "{}"));

        HttpResponse<String> answer = ann.post("/tact/frequency/v1/reservations", "{}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(ann.cookies()).containsKey("tact-subject").doesNotContainKey("tact-visitor");
    }

    @Test
    void thePageIsThereWithoutConsentService() {
        FakeWorld.CONSENT.stop();

        HttpResponse<String> page = ann.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(ann.cookies()).isEmpty();
    }

    @Test
    void aSubjectIdIsPrintedNowhere() {
        assertThat(new SubjectId(SUBJECT).toString()).doesNotContain(SUBJECT);
        assertThat(new Visitor(new SubjectId(SUBJECT), true, java.util.Optional.of("t")).toString())
                .isEqualTo("Visitor[…]");
    }

    @Test
    void theAnonymousIdFollowsFromTheSecret() {
        assertThat(new SubjectId(SUBJECT).anonymousId())
                .isEqualTo(FakeWorld.anonymousId(SUBJECT))
                .hasSize(22);
    }
}
