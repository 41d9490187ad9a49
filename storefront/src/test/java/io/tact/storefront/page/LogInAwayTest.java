package io.tact.storefront.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tact.localstack.test.Eventually;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.FakeWorld;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop was started while its OIDC provider was away. */
@QuarkusTest
@TestProfile(LogInAwayTest.ProviderIsAway.class)
class LogInAwayTest extends ShopTest {
    public static final class ProviderIsAway implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FakeWorld.class, Map.of("issuer", "away")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Override
    @BeforeEach
    protected void newWorld() {
        ann = browser();
    }

    @Test
    void theShopWorksForVisitorsAndLogInComesWithTheProvider() {
        ann.cookies().put("q_session", "of-an-earlier-visit");
        assertThat(ann.get("/").statusCode()).isEqualTo(200);
        assertThat(ann.post("/tact/recommendation/v1/recommendations", "{}").statusCode())
                .isEqualTo(200);

        for (String path : List.of("/login", "/account")) {
            HttpResponse<String> page = ann.get(path);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Logging in is not possible right now.");
        }

        FakeWorld.ISSUER.start();
        Eventually.holds("log-in is possible", () -> browser().get("/login").statusCode() == 302);
    }
}
