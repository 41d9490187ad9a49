package io.tact.storefront.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.FakeWorld;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class AllowListTest extends ShopTest {

    @ParameterizedTest
    @CsvSource({
        "GET,  /consent/v1/me/consents",
        "POST, /consent/v1/me/consents",
        "GET,  /consent/v1/me/proof?purpose=marketing",
        "GET,  /consent/v1/me/receipts?purpose=marketing",
        "GET,  /consent/v1/ledger",
        "GET,  /consent/v1/ledger/health",
        "GET,  /consent/v1/rates?by=day",
        "GET,  /consent/v1/lookups",
        "POST, /consent/v1/lookups",
        "GET,  /consent/v1/notices/texts/0f",
        "GET,  /consent/v1/purposes?language=de",
        "GET,  /consent/micro-frontend/consent.js",
        "GET,  /profile/v1/me/data",
        "GET,  /profile/v1/me/profile?purpose=experience",
        "GET,  /profile/v1/me/limits",
        "PUT,  /profile/v1/me/limits",
        "GET,  /profile/v1/me/erasure",
        "POST, /profile/v1/me/erasure",
        "GET,  /profile/v1/retention",
        "GET,  /profile/micro-frontend/my-data.js",
        "GET,  /profile/micro-frontend/my-data-de.js",
        "POST, /profile/v1/me/links",
        "POST, /profile/v1/me/traits",
        "GET,  /profile/v1/me/questions?purpose=experience",
        "PUT,  /profile/v1/me/questions/favourite_kind/answer",
        "DELETE, /profile/v1/me/questions/favourite_kind/answer",
        "POST, /profile/v1/track",
        "POST, /profile/v1/page",
        "POST, /profile/v1/identify",
        "POST, /profile/v1/batch",
        "POST, /profile/v1/t",
        "POST, /recommendation/v1/recommendations",
        "GET,  /recommendation/v1/catalogue/items?category=a%20b&limit=5",
        "GET,  /recommendation/v1/catalogue/items/tent-1.2:a",
        "GET,  /recommendation/micro-frontend/shelf.js",
        "POST, /frequency/v1/reservations",
        "POST, /frequency/v1/reservations/r-1/confirm",
        "POST, /frequency/v1/reservations/r-1/release",
        "POST, /frequency/v1/reservations/r-1/seen",
        "POST, /frequency/v1/reservations/r-1/not-interested",
        "GET,  /frequency/micro-frontend/slot.js",
    })
    void listedOperationsArrive(String method, String path) {
        ann.get("/");

        HttpResponse<String> answer = send(method, "/tact" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(FakeWorld.uris()).contains(path.substring(path.indexOf('/', 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /consent/v1/visitors",
        "POST,   /consent/v1/notices",
        "GET,    /consent/v1/me/receipts/all",
        "GET,    /consent/tile/entries/000",
        "DELETE, /consent/v1/me/consents",
        "GET,    /consent/v1/me/consents/",
        "GET,    /consent/v1/me/consentsX",
        "GET,    /consent/v1/me//consents",
        "GET,    /consent//v1/me/consents",
        "GET,    //consent/v1/me/consents",
        "GET,    /consent/v1/me/../me/consents",
        "GET,    /consent/v1/x/..%2fme%2fconsents",
        "GET,    /consent/v1/me%2fconsents",
        "GET,    /consent/v1/%6de/consents",
        "GET,    /consent/V1/me/consents",
        "GET,    /Consent/v1/me/consents",
        "GET,    /consent/v1/me/consents;a=b",
        "GET,    /consent/q/metrics",
        "GET,    /consent/..%2fq/metrics",
        "GET,    /consent/%2e%2e/q/metrics",
        "GET,    /consent/micro-frontend/../q/openapi",
        "GET,    /consent/micro-frontend/consent.js.map",
        "GET,    /consent/micro-frontend/a/consent.js",
        "POST,   /profile/v1/import",
        "PUT,    /profile/v1/questions/favourite_kind",
        "GET,    /profile/v1/definitions",
        "POST,   /profile/v1/alias",
        "DELETE, /profile/v1/me/erasure",
        "PUT,    /recommendation/v1/catalogue/items",
        "GET,    /recommendation/v1/catalogue/items/..",
        "GET,    /recommendation/v1/catalogue/items/.hidden",
        "GET,    /recommendation/v1/catalogue/items/a%00b",
        "PUT,    /frequency/v1/campaigns/x",
        "GET,    /frequency/v1/policies",
        "POST,   /frequency/v1/reservations/r-1/confirm/x",
        "POST,   /frequency/v1/reservations/../campaigns/confirm",
        "GET,    /keycloak/v1/me/consents",
        "GET,    /consent",
        "HEAD,   /consent/v1/me/consents",
        "OPTIONS,/consent/v1/me/consents",
        "TRACE,  /consent/v1/me/consents",
    })
    void whatIsNotListedDoesNotExist(String method, String path) {
        HttpResponse<String> answer = send(method, "/tact" + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(FakeWorld.uris()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/TACT/consent/v1/me/consents", "/tact", "/x/../tact/consent/q/metrics"})
    void anotherPrefixIsNoPrefix(String path) {
        HttpResponse<String> answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(FakeWorld.uris()).doesNotContain("/v1/me/consents", "/q/metrics");
    }

    private HttpResponse<String> send(String method, String path) {
        return method.equals("GET")
                ? ann.get(path)
                : ann.send(
                        method,
                        path,
                        "X-Tact-CSRF",
                        "1",
                        "Origin",
                        FakeWorld.ORIGIN,
                        "Content-Type",
                        "application/json");
    }
}
