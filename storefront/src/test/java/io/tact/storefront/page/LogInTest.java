package io.tact.storefront.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.localstack.test.Eventually;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.FakeIssuer;
import io.tact.storefront.fake.FakeService.Canned;
import io.tact.storefront.fake.FakeService.Seen;
import io.tact.storefront.fake.FakeWorld;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class LogInTest extends ShopTest {

    @Test
    void logInLeadsBackToWhereOneWas() {
        ann.get("/");

        HttpResponse<String> back = logIn("/login?to=/products/tent-1");

        assertThat(location(back)).endsWith("/products/tent-1");
        assertThat(ann.get("/products/tent-1").body()).contains("Ann").doesNotContain("Log in");
    }

    @Test
    void theCodeIsAskedForWithPkceAndANonce() {
        String asked = location(ann.get("/login"));

        assertThat(asked)
                .startsWith(FakeWorld.ISSUER.url() + "/auth?")
                .contains(
                        "response_type=code",
                        "code_challenge_method=S256",
                        "nonce=",
                        "client_id=tact-storefront",
                        "login%2Fcallback");
    }

    @Test
    void theSessionIsKeptWhereNoScriptSeesIt() {
        logIn("/login");

        List<String> session =
                ann.cookies().keySet().stream()
                        .filter(name -> name.startsWith("q_session"))
                        .toList();
        assertThat(session).isNotEmpty();
        assertThat(ann.cookies().values())
                .noneMatch(value -> value.contains("eyJhbGciOiJSUzI1NiI"));
        assertThat(lastSessionCookies)
                .isNotEmpty()
                .allSatisfy(
                        line ->
                                assertThat(line.toLowerCase(java.util.Locale.ROOT))
                                        .contains("httponly", "samesite=lax", "path=/"));
    }

    @Test
    void bothCredentialsAreShownAfterLogIn() {
        ann.get("/");

        logIn("/login");

        Seen seen = FakeWorld.PROFILE.onlySeen("POST /v1/me/links");
        assertThat(seen.header("Authorization")).startsWith("Bearer ");
        assertThat(seen.header("Tact-Visitor")).isEqualTo(ann.cookie("tact-visitor"));
    }

    @Test
    void aGrantOfIdentityLinkLinksAtOnce() {
        ann.get("/");
        logIn("/login");
        FakeWorld.forget();
        FakeWorld.CONSENT.answer(
                "POST /v1/me/consents",
                Canned.json("{\"answers\":{\"identity_link\":{\"answer\":\"granted\"}}}")
                        .with("Consent-Seq", "k".repeat(43) + "=4"));

        ann.post("/tact/consent/v1/me/consents", "{\"answers\":{\"identity_link\":true}}");

        Eventually.holds(
                "the link is asked for",
                () -> !FakeWorld.PROFILE.seen("POST /v1/me/links").isEmpty());
        assertThat(FakeWorld.PROFILE.onlySeen("POST /v1/me/links").header("Consent-Seq"))
                .isEqualTo("k".repeat(43) + "=4");
    }

    @Test
    void forwardedRequestsProveTheCustomerToo() {
        ann.get("/");
        logIn("/login");

        ann.post("/tact/recommendation/v1/recommendations", "{}");
        ann.post("/tact/profile/v1/track", "{\"userId\":\"another\"}");

        Seen asked = FakeWorld.RECOMMENDATION.onlySeen("POST /v1/recommendations");
        assertThat(asked.header("Authorization")).startsWith("Bearer ");
        assertThat(asked.header("Tact-Visitor")).isNotNull();
        JsonObject event = FakeWorld.PROFILE.onlySeen("POST /v1/track").json();
        assertThat(event.getString("userId")).isEqualTo(FakeIssuer.SUBJECT);
    }

    @Test
    void anOrderNamesTheCustomer() {
        ann.get("/");
        logIn("/login");
        ann.submit("/basket/items", Map.of("item", "tent-1"));

        ann.submit("/basket/buy", Map.of());

        JsonObject order = FakeWorld.PROFILE.onlySeen("POST /v1/track").json();
        assertThat(order.getString("userId")).isEqualTo(FakeIssuer.SUBJECT);
        assertThat(order.getString("anonymousId")).hasSize(22);
    }

    @Test
    void theAccountLeadsToWhatIsKnown() {
        ann.get("/");
        logIn("/login");

        String page = ann.get("/account").body();

        assertThat(page).contains("Hello, Ann.", "href=\"/my-data\"", "action=\"/logout\"");
    }

    @Test
    void theAccountIsThereWithoutProfileService() {
        ann.get("/");
        logIn("/login");
        FakeWorld.PROFILE.stop();

        HttpResponse<String> page = ann.get("/account");

        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void theAccountOfAStrangerIsAskedFor() {
        assertThat(location(ann.get("/account"))).startsWith(FakeWorld.ISSUER.url());
    }

    @Test
    void staffLogInAsWellAndTheServiceSaysWhatTheyMaySee() {
        assertThat(location(ann.get("/staff/consent"))).startsWith(FakeWorld.ISSUER.url());
        ann.get("/");
        logIn("/login");

        assertThat(ann.get("/staff/consent").body())
                .contains(
                        "<tact-consent-staff",
                        "src=\"/tact/consent/micro-frontend/consent-staff.js\"");
    }

    @Test
    void anExpiredSessionIsRefreshed() {
        FakeWorld.ISSUER.tokensLive(1, true);
        ann.get("/");
        logIn("/login");
        int before = FakeWorld.ISSUER.refreshed();
        FakeWorld.ISSUER.tokensLive(300, true);

        Eventually.get(
                "a page after the token's second, and Ann still logged in",
                () -> ann.get("/").body(),
                page -> page.contains("Ann") && FakeWorld.ISSUER.refreshed() > before);
    }

    @Test
    void aSessionThatCannotBeRefreshedMakesAVisitor() {
        FakeWorld.ISSUER.tokensLive(1, true);
        ann.get("/");
        logIn("/login");
        FakeWorld.ISSUER.tokensLive(1, false);

        HttpResponse<String> page =
                Eventually.get(
                        "a page after the token's second",
                        () -> ann.get("/"),
                        answer -> answer.body().contains("Log in"));
        HttpResponse<String> asked = ann.post("/tact/recommendation/v1/recommendations", "{}");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(FakeWorld.RECOMMENDATION.onlySeen("POST /v1/recommendations").headers().names())
                .contains("Tact-Visitor")
                .doesNotContain("Authorization");
    }

    @Test
    void aForgedSessionMakesAVisitor() {
        ann.cookies().put("q_session", "forged");

        HttpResponse<String> page = ann.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Log in");
    }

    @Test
    void theShopWorksForVisitorsWithoutTheProvider() {
        FakeWorld.ISSUER.tokensLive(1, true);
        ann.get("/");
        logIn("/login");
        Instant over = Instant.now().plusSeconds(1);
        FakeWorld.ISSUER.stop();

        Eventually.holds(
                "the token's second is over, and every page was whole",
                () -> {
                    assertThat(ann.get("/").statusCode()).isEqualTo(200);
                    return Instant.now().isAfter(over);
                });
        assertThat(ann.get("/").statusCode()).isEqualTo(200);
        assertThat(ann.post("/tact/recommendation/v1/recommendations", "{}").statusCode())
                .isEqualTo(200);
        assertThat(browser().get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void logOutIsAFormAndNoLink() {
        ann.get("/");
        logIn("/login");

        HttpResponse<String> link = ann.get("/logout");
        assertThat(location(link)).isEqualTo("/account");
        assertThat(ann.get("/").body()).contains("Ann");

        HttpResponse<String> form = ann.submit("/logout", Map.of());
        assertThat(location(form)).startsWith(FakeWorld.ISSUER.url() + "/logout?");
        assertThat(ann.get("/").body()).contains("Log in");
        assertThat(ann.cookies()).containsKey("tact-subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https:%2F%2Fevil.example",
                "%2F%2Fevil.example",
                "/%5Cevil.example",
                "evil",
                "/a%0D%0Ab"
            })
    void logInLeadsToNoOtherHost(String to) {
        logIn("/login");

        assertThat(location(ann.get("/login?to=" + to)))
                .endsWith("/account")
                .doesNotContain("evil");
    }

    @Test
    void anAnswerThatNobodyAskedForIsNoLogIn() {
        HttpResponse<String> answer = ann.get("/login/callback?code=stolen&state=forged");

        assertThat(answer.statusCode()).isIn(302, 401);
        assertThat(ann.cookies().keySet()).noneMatch(name -> name.equals("q_session"));
    }

    @Test
    void aRefusalAtTheProviderIsAPage() {
        String asked = location(ann.get("/login"));
        String state = asked.replaceAll(".*[?&]state=([^&]+).*", "$1");

        HttpResponse<String> refused =
                ann.get("/login/callback?error=access_denied&state=" + state);
        HttpResponse<String> page = ann.get(location(refused));

        assertThat(page.body()).contains("Logging in did not work.");
    }

    private List<String> lastSessionCookies = List.of();

    /** Follows the redirects to the provider and back. */
    private HttpResponse<String> logIn(String path) {
        HttpResponse<String> answer = ann.get(path);
        HttpResponse<String> atProvider = browser().get(location(answer));
        HttpResponse<String> callback = ann.get(location(atProvider));
        lastSessionCookies =
                callback.headers().allValues("set-cookie").stream()
                        .filter(line -> line.startsWith("q_session"))
                        .toList();
        return ann.get(location(callback));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }
}
