package io.tact.storefront;

import io.tact.localstack.test.Eventually;
import io.tact.storefront.fake.Browser;
import io.tact.storefront.fake.FakeWorld;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the tests of the running shop have in common: the fake world, made new, and a fresh browser.
 */
public abstract class ShopTest {
    protected Browser ann = new Browser(base(), FakeWorld.ORIGIN);

    @BeforeEach
    protected void newWorld() {
        FakeWorld.reset();
        ann = browser();
        Eventually.holds(
                "the shop sells", () -> browser().get("/products/tent-2").statusCode() == 200);
        Eventually.holds("everybody is asked again", ShopTest::everybodyAnswers);
        FakeWorld.forget();
    }

    protected static Browser browser() {
        return new Browser(base(), FakeWorld.ORIGIN);
    }

    protected static String base() {
        return "http://localhost:"
                + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    /** A service that was away in the test before is left alone for a moment. */
    private static boolean everybodyAnswers() {
        Browser browser = browser();
        browser.get("/");
        return browser.cookies().containsKey("tact-visitor")
                && browser.get("/tact/profile/v1/me/data").statusCode() == 200
                && browser.get("/tact/recommendation/micro-frontend/x.js").statusCode() == 200
                && browser.get("/tact/frequency/micro-frontend/x.js").statusCode() == 200;
    }
}
