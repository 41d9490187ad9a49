package io.tact.profile.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class TrackingTest {
    Shop shop;
    @Inject ConsentReplica replica;

    @ParameterizedTest
    @ValueSource(strings = {"identify", "track", "page", "screen", "group", "alias", "batch"})
    void eachCallIsTakenWithAndWithoutASlash(String call) {
        Visitor ann = consenting();
        String event =
                "{\"type\":\"page\",\"event\":\"Product Viewed\",\"anonymousId\":\"%s\",\"userId\":\"%s\",\"previousId\":\"%s\"}"
                        .formatted(
                                ann.anonymousId(), "user-" + ann.anonymousId(), ann.anonymousId());
        grantUser(ann);
        String body = call.equals("batch") ? "{\"batch\":[" + event + "]}" : event;

        for (String path : List.of("/v1/" + call, "/v1/" + call + "/")) {
            Shop.with(Shop.BROWSER)
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(200)
                    .contentType(ContentType.JSON)
                    .body("success", equalTo(true));
        }

        assertThat(typesOf(ann)).hasSize(2).containsOnly(call.equals("batch") ? "page" : call);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/i, identify",
        "/v1/t, track",
        "/v1/p, page",
        "/v1/s, screen",
        "/v1/g, group",
        "/v1/a, alias",
        "/api/s/page, page",
        "/api/s/identify, identify",
        "/api/s/track, track",
        "/api/s/group, group",
        "/api/s/s2s/track, track"
    })
    void otherClientsPathsMeanTheSame(String path, String type) {
        Visitor ann = consenting();
        grantUser(ann);
        String event =
                "{\"event\":\"Product Viewed\",\"anonymousId\":\"%s\",\"userId\":\"%s\",\"previousId\":\"%s\"}"
                        .formatted(
                                ann.anonymousId(), "user-" + ann.anonymousId(), ann.anonymousId());

        given().header("X-Write-Key", Shop.BROWSER)
                .contentType("text/plain")
                .body(event)
                .post(path)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Access-Control-Allow-Origin", "*")
                .body("success", equalTo(true));

        assertThat(typesOf(ann)).containsExactly(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/b",
                "/v1/b/",
                "/v1/import",
                "/v1/import/",
                "/beacon/v1/batch?writeKey=" + Shop.BROWSER
            })
    void otherClientsBatchesToo(String path) {
        Visitor ann = consenting();

        given().contentType("text/plain;charset=UTF-8")
                .body(
                        "{\"batch\":[%s],\"writeKey\":\"%s\"}"
                                .formatted(page(ann.anonymousId(), "m"), Shop.BROWSER))
                .post(path)
                .then()
                .statusCode(200)
                .body("success", equalTo(true));

        assertThat(typesOf(ann)).containsExactly("page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/s/click", "/api/s/s2s/", "/v1/x", "/v1/bb"})
    void noOtherCallIsTaken(String path) {
        given().header("X-Write-Key", Shop.BROWSER).body("{}").post(path).then().statusCode(404);
    }

    @Test
    void eventIsKeptWhole() {
        Visitor ann = consenting();

        Shop.with(Shop.BROWSER)
                .body(
                        """
                        {"context":{"library":{"name":"a"}},"integrations":{"All":true},"batch":[
                         {"type":"track","event":"Product Viewed","anonymousId":"%s","properties":{"product_id":"tent-1","colour":"green"},
                          "context":{"page":{"path":"/tents"}},"integrations":{"Mail":false}}]}"""
                                .formatted(ann.anonymousId()))
                .post("/v1/batch")
                .then()
                .statusCode(200);

        assertThat(
                        shop.query(
                                "select properties::text || said::text from event where identity_key = ?",
                                ann.key().value()))
                .containsExactly(
                        "{\"colour\": \"green\", \"product_id\": \"tent-1\"}"
                                + "{\"context\": {\"page\": {\"path\": \"/tents\"}, \"library\": {\"name\": \"a\"}}, \"integrations\": {\"All\": true, \"Mail\": false}}");
    }

    @Test
    void segmentsScriptIsToldToSendHereAndToNobodyElse() {
        given().get("/v1/projects/" + Shop.BROWSER + "/settings")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("integrations.keySet()", equalTo(java.util.Set.of("Segment.io")))
                .body("integrations.'Segment.io'.apiKey", equalTo(Shop.BROWSER))
                .body(
                        "integrations.'Segment.io'.apiHost",
                        equalTo("localhost:" + RestAssured.port + "/v1"))
                .body("integrations.'Segment.io'.protocol", equalTo("http"))
                .body("consentSettings.hasUnmappedDestinations", equalTo(false))
                .body(
                        "consentSettings.allCategories",
                        equalTo(List.of("experience", "functionality", "marketing", "measurement")))
                .body("remotePlugins", equalTo(List.of()));
    }

    @Test
    void rudderStacksScriptIsToldThatItMaySendAndToNobodyElse() {
        for (String path : List.of("/sourceConfig", "/sourceConfig/")) {
            given().queryParam("writeKey", Shop.BROWSER)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "*")
                    .body("source.id", equalTo("storefront-browser"))
                    .body("source.enabled", equalTo(true))
                    .body("source.destinations", equalTo(List.of()))
                    .body("source.config.statsCollection.errors.enabled", equalTo(false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Shop.SERVER, "key-of-nobody"})
    void onlyABrowsersKeyHasSettings(String key) {
        for (String path :
                List.of("/v1/projects/" + key + "/settings", "/sourceConfig?writeKey=" + key)) {
            given().get(path)
                    .then()
                    .statusCode(404)
                    .header("Access-Control-Allow-Origin", "*")
                    .body("type", equalTo("https://tact.dev/problems/source-unknown"));
        }
    }

    @Test
    void keyBehindStarsIsNone() {
        given().body("{\"writeKey\":\"id:***\",\"anonymousId\":\"a\"}")
                .post("/api/s/page")
                .then()
                .statusCode(401);
    }

    @Test
    void keyComesInAnyOfThreeWays() {
        Visitor ann = consenting();
        String page = "\"anonymousId\":\"" + ann.anonymousId() + "\"";

        given().header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (Shop.BROWSER + ":")
                                                        .getBytes(StandardCharsets.UTF_8)))
                .body("{" + page + "}")
                .post("/v1/page")
                .then()
                .statusCode(200);
        given().header("X-Write-Key", Shop.BROWSER)
                .body("{" + page + "}")
                .post("/v1/page")
                .then()
                .statusCode(200);
        given().contentType("text/plain")
                .body("{" + page + ",\"writeKey\":\"" + Shop.BROWSER + "\"}")
                .post("/v1/page")
                .then()
                .statusCode(200);

        assertThat(typesOf(ann)).hasSize(3);
    }

    @Test
    void gzipIsUnpackedWhateverItIsCalled() throws IOException {
        Visitor ann = consenting();
        byte[] packed =
                gzip(
                        "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\""
                                + ann.anonymousId()
                                + "\"}]}");

        for (String contentType :
                List.of("application/json", "application/x-www-form-urlencoded", "text/plain")) {
            assertThat(statusOf(packed, contentType)).as(contentType).isEqualTo(200);
        }

        assertThat(typesOf(ann)).hasSize(3);
    }

    @Test
    void unknownKeyIsAProblem() {
        for (String key : List.of("key-of-nobody", "", "***")) {
            Shop.with(key)
                    .body("{\"batch\":[]}")
                    .post("/v1/batch")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("Access-Control-Allow-Origin", "*")
                    .body("type", equalTo("https://tact.dev/problems/write-key-unknown"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"batch\":{}}", "{\"batch\":[", "hello"})
    void whatIsNoBatchIsAProblem(String body) {
        Shop.with(Shop.SERVER)
                .body(body)
                .post("/v1/batch")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/batch-malformed"));
    }

    @Test
    void tooLargeIsAProblem() throws IOException {
        String large = "{\"batch\":[],\"x\":\"" + "x".repeat(4 * 1024 * 1024) + "\"}";
        String many = "{\"batch\":[" + "1,".repeat(2_000) + "1]}";

        for (byte[] body :
                List.of(
                        large.getBytes(StandardCharsets.UTF_8),
                        gzip(large),
                        many.getBytes(StandardCharsets.UTF_8))) {
            Shop.with(Shop.SERVER)
                    .body(body)
                    .post("/v1/batch")
                    .then()
                    .statusCode(413)
                    .body("type", equalTo("https://tact.dev/problems/batch-too-large"));
        }
    }

    @Test
    void badEventGoesToTheDeadLettersAndItsNeighboursAreKept() {
        Visitor ann = consenting();
        String id = ann.anonymousId();

        Shop.send(
                Shop.BROWSER,
                page(id, "first-" + id),
                "{\"type\":\"track\",\"event\":\"Order Completed\",\"messageId\":\"order-%s\",\"anonymousId\":\"%s\",\"properties\":{\"note\":\"canary\"}}"
                        .formatted(id, id),
                "7",
                page(id, "last-" + id));

        assertThat(
                        shop.query(
                                "select message_id from event where identity_key = ? order by 1",
                                ann.key().value()))
                .containsExactly("first-" + id, "last-" + id);
        assertThat(
                        shop.query(
                                "select reason from dead_letter where redacted ->> 'messageId' = ?",
                                "order-" + id))
                .containsExactly("order-from-browser");
        assertThat(shop.query("select redacted::text from dead_letter"))
                .noneMatch(text -> text.contains("canary") || text.contains("\"" + id + "\""));
    }

    @Test
    void eventThatIsSentAgainIsStoredOnce() {
        Visitor ann = consenting();
        String page = page(ann.anonymousId(), "m-" + ann.anonymousId());

        Shop.send(Shop.BROWSER, page, page);
        Shop.send(Shop.BROWSER, page);

        assertThat(typesOf(ann)).hasSize(1);
        assertThat(
                        shop.query(
                                "select key from outbox where topic = 'profile.event.v1' and key like ? || '/%'",
                                ann.key().value()))
                .hasSize(1);
    }

    @Test
    void browserCannotUseUpTheMessageIdOfAnother() {
        Visitor ann = consenting();
        Visitor ben = consenting();
        String messageId = "m-" + ann.anonymousId();

        Shop.send(Shop.BROWSER, page(ben.anonymousId(), messageId));
        Shop.send(Shop.BROWSER, page(ann.anonymousId(), messageId));

        assertThat(typesOf(ann)).hasSize(1);
    }

    @Test
    void eventWithoutATimeIsKnownAgainOnTheNextDay() {
        Visitor ann = consenting();
        String page = page(ann.anonymousId(), "m-" + ann.anonymousId());
        Shop.send(Shop.BROWSER, page);
        shop.query("update event set day = day - 1 where identity_key = ?", ann.key().value());

        Shop.send(Shop.BROWSER, page);

        assertThat(typesOf(ann)).hasSize(1);
    }

    @Test
    void allFourTimesAreKept() {
        Visitor ann = consenting();

        Shop.with(Shop.BROWSER)
                .body(
                        """
                        {"batch":[{"type":"page","anonymousId":"%s","timestamp":"2026-01-02T03:04:05.678Z","originalTimestamp":"2026-01-02T03:04:05.677Z"}],
                         "sentAt":"2026-01-02T03:04:06.000Z"}"""
                                .formatted(ann.anonymousId()))
                .post("/v1/batch")
                .then()
                .statusCode(200);

        assertThat(
                        shop.query(
                                """
                                select to_char("timestamp" at time zone 'UTC', 'HH24:MI:SS.MS') || ' ' || to_char(original_timestamp at time zone 'UTC', 'HH24:MI:SS.MS')
                                    || ' ' || to_char(sent_at at time zone 'UTC', 'HH24:MI:SS.MS') || ' ' || (received_at - at < interval '1 second')
                                from event where identity_key = ?""",
                                ann.key().value()))
                .as("and the clock of the browser, months behind, is corrected")
                .containsExactly("03:04:05.678 03:04:05.677 03:04:06.000 true");
    }

    @Test
    void scriptsOfAnyOriginMaySendAndOnlyThat() {
        given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,anonymousid")
                .options("/v1/batch/")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header(
                        "Access-Control-Allow-Headers",
                        org.hamcrest.Matchers.containsString("AnonymousId"))
                .header("Access-Control-Max-Age", "86400");
        for (String path :
                List.of("/v1/t", "/api/s/page", "/sourceConfig/", "/v1/projects/k/settings")) {
            given().header("Origin", "https://shop.example")
                    .options(path)
                    .then()
                    .statusCode(204)
                    .header("Access-Control-Allow-Origin", "*");
        }
        given().header("Origin", "https://shop.example")
                .options("/v1/me/data")
                .then()
                .header("Access-Control-Allow-Origin", (String) null);
    }

    private Visitor consenting() {
        Visitor visitor = shop.visitor();
        shop.grant(replica, visitor.key(), Purpose.MEASUREMENT);
        return visitor;
    }

    private void grantUser(Visitor visitor) {
        shop.grant(
                replica,
                shop.keys()
                        .of(
                                io.tact.consent.client.identity.Identity.customer(
                                        "user-" + visitor.anonymousId())),
                Purpose.MEASUREMENT);
    }

    private List<String> typesOf(Visitor visitor) {
        return shop.query("select type from event where identity_key = ?", visitor.key().value());
    }

    /** REST Assured has its own ideas of what a form is. */
    private static int statusOf(byte[] body, String contentType) throws IOException {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port + "/v1/batch"))
                        .header("Content-Type", contentType)
                        .header("Content-Encoding", "gzip")
                        .header("X-Write-Key", Shop.BROWSER)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String page(String anonymousId, String messageId) {
        return "{\"type\":\"page\",\"anonymousId\":\"%s\",\"messageId\":\"%s\"}"
                .formatted(anonymousId, messageId);
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
