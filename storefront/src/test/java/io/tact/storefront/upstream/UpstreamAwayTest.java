package io.tact.storefront.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.localstack.test.Eventually;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.FakeService;
import io.tact.storefront.fake.FakeWorld;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class UpstreamAwayTest extends ShopTest {
    private static final Duration QUICK = Duration.ofMillis(400);
    private static final Duration BOUNDED = Duration.ofMillis(1_400);

    @Test
    void aServiceThatIsAwayIsAQuickProblem() {
        ann.get("/");
        FakeWorld.FREQUENCY.stop();

        long begun = System.nanoTime();
        HttpResponse<String> answer = ann.post("/tact/frequency/v1/reservations", "{}");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(QUICK);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("https://tact.dev/problems/service-away");
    }

    @Test
    void aServiceThatIsSlowIsAProblemInTime() {
        ann.get("/");
        FakeWorld.FREQUENCY.slow(3_000);

        long begun = System.nanoTime();
        HttpResponse<String> answer = ann.post("/tact/frequency/v1/reservations", "{}");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUNDED);
        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void aServiceThatStaysSlowIsNotWaitedForByEverybody() {
        ann.get("/");
        FakeWorld.FREQUENCY.slow(3_000);
        for (int i = 0; i < Breaker.FAILURES; i++) {
            ann.post("/tact/frequency/v1/reservations", "{}");
        }

        long begun = System.nanoTime();
        HttpResponse<String> answer = ann.post("/tact/frequency/v1/reservations", "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(QUICK);
    }

    @Test
    void theShopIsWholeAgainAfterAServiceReturns() {
        ann.get("/");
        FakeWorld.FREQUENCY.stop();
        for (int i = 0; i < Breaker.FAILURES; i++) {
            ann.post("/tact/frequency/v1/reservations", "{}");
        }

        FakeWorld.FREQUENCY.start();

        Eventually.holds(
                "the service is used again",
                () -> ann.post("/tact/frequency/v1/reservations", "{}").statusCode() == 200);
    }

    @Test
    void pagesAreThereWithoutAnyService() {
        List<FakeService> all =
                List.of(
                        FakeWorld.CONSENT,
                        FakeWorld.PROFILE,
                        FakeWorld.RECOMMENDATION,
                        FakeWorld.FREQUENCY);
        all.forEach(FakeService::stop);
        FakeWorld.ISSUER.stop();

        for (String path :
                List.of(
                        "/",
                        "/products/tent-1",
                        "/categories/Out%20&%20about",
                        "/basket",
                        "/privacy")) {
            long begun = System.nanoTime();
            HttpResponse<String> page = ann.get(path);

            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(path).isLessThan(BOUNDED);
        }
        assertThat(ann.get("/products/tent-1").body()).contains("Fjord Tent", "199");
    }

    @Test
    void pagesAreThereWhileEverythingIsSlow() {
        FakeWorld.CONSENT.slow(3_000);
        FakeWorld.RECOMMENDATION.slow(3_000);

        long begun = System.nanoTime();
        HttpResponse<String> page = ann.get("/products/tent-1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUNDED);
    }
}
