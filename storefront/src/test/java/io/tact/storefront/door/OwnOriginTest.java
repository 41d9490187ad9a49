package io.tact.storefront.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.FakeWorld;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class OwnOriginTest extends ShopTest {
    private static final String RESERVATIONS = "/tact/frequency/v1/reservations";

    @ParameterizedTest
    @CsvSource({
        "Origin,         http://localhost:8080",
        "Sec-Fetch-Site, same-origin",
    })
    void whatAPageOfTheShopSendsIsForwarded(String header, String value) {
        assertThat(post(RESERVATIONS, header, value, "X-Tact-CSRF", "1").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin,         http://evil.example",
        "Origin,         http://localhost:8081",
        "Origin,         https://localhost:8080",
        "Origin,         http://localhost:8080.evil.example",
        "Origin,         null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Accept,         application/json",
    })
    void whatAnotherPageSendsIsRefused(String header, String value) {
        HttpResponse<String> answer = post(RESERVATIONS, header, value, "X-Tact-CSRF", "1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("https://tact.dev/problems/not-from-this-shop");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(FakeWorld.uris()).isEmpty();
    }

    @Test
    void bothMustBeRightWhereBothAreSaid() {
        HttpResponse<String> answer =
                post(
                        RESERVATIONS,
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Origin",
                        "http://evil.example",
                        "X-Tact-CSRF",
                        "1");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aForwardedRequestNeedsTheHeaderThatNoFormCanSet() {
        assertThat(post(RESERVATIONS, "Origin", FakeWorld.ORIGIN).statusCode()).isEqualTo(403);
        assertThat(post(RESERVATIONS, "Origin", FakeWorld.ORIGIN, "X-Tact-CSRF", "0").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"/basket/items", "/basket/quantities", "/basket/buy", "/logout"})
    void aFormOfAnotherSiteIsRefused(String path) {
        assertThat(post(path, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(post(path).statusCode()).isEqualTo(403);
    }

    @Test
    void readingNeedsNoProof() {
        assertThat(ann.get("/", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(200);
        assertThat(ann.get("/tact/consent/v1/purposes").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, String... headers) {
        return ann.send("POST", path, headers);
    }
}
