package io.tact.storefront.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.Browser;
import io.tact.storefront.fake.FakeWorld;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop behind TLS. */
@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
@TestProfile(SecureCookieTest.BehindTls.class)
class SecureCookieTest extends ShopTest {
    public static final class BehindTls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tact.storefront.origin", "https://shop.example",
                    "tact.storefront.secure", "true");
        }
    }

    @Override
    @BeforeEach
    protected void newWorld() {
        FakeWorld.reset();
        ann = new Browser(base(), "https://shop.example");
    }

    @Test
    void cookiesAreBoundToThisHostAndToTls() {
        HttpResponse<String> page = ann.get("/?lang=de");

        assertThat(page.headers().allValues("Set-Cookie"))
                .hasSize(3)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("__Host-tact-")
                                        .contains("Secure", "HTTPOnly", "SameSite=Lax", "Path=/")
                                        .doesNotContain("Domain"));
    }

    @Test
    void plainCookiesAreNotRead() {
        ann.cookies().put("tact-subject", "l.a-subject-id-of-enough-length");

        ann.get("/");

        assertThat(FakeWorld.CONSENT.onlySeen("POST /v1/visitors").json().isEmpty()).isTrue();
    }

    @Test
    void browsersAreToldToComeByTlsOnly() {
        assertThat(ann.get("/").headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void logInComesBackByTls() {
        assertThat(ann.get("/login").headers().firstValue("Location"))
                .hasValueSatisfying(url -> assertThat(url).contains("redirect_uri=https%3A%2F%2F"));
    }
}
