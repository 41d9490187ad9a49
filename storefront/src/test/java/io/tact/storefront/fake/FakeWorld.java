package io.tact.storefront.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tact.storefront.fake.FakeService.Canned;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Four fake services, a fake OIDC provider and folders, shared by all tests of the module. */
public final class FakeWorld implements QuarkusTestResourceLifecycleManager {
    public static final String ORIGIN = "http://localhost:8080";
    public static final String BROWSER_KEY = "browser-key-of-the-tests";
    public static final String SERVER_KEY = "server-key-of-the-tests";

    public static final Vertx VERTX = Vertx.vertx();
    public static final FakeService CONSENT = new FakeService(VERTX);
    public static final FakeService PROFILE = new FakeService(VERTX);
    public static final FakeService RECOMMENDATION = new FakeService(VERTX);
    public static final FakeService FREQUENCY = new FakeService(VERTX);
    public static final FakeIssuer ISSUER = new FakeIssuer(VERTX);
    public static final Path FOLDER = newFolder();

    private static final AtomicInteger SUBJECTS = new AtomicInteger();

    private boolean issuerIsAway;

    /** {@code issuer=away}: not there when the shop starts. */
    @Override
    public void init(Map<String, String> arguments) {
        issuerIsAway = "away".equals(arguments.get("issuer"));
    }

    @Override
    public Map<String, String> start() {
        reset();
        if (issuerIsAway) {
            ISSUER.stop();
        }
        Map<String, String> environment = new HashMap<>();
        environment.put("TACT_STOREFRONT_ORIGIN", ORIGIN);
        environment.put("TACT_CONSENT_URL", CONSENT.url());
        environment.put("TACT_PROFILE_URL", PROFILE.url());
        environment.put("TACT_RECOMMENDATION_URL", RECOMMENDATION.url());
        environment.put("TACT_FREQUENCY_URL", FREQUENCY.url());
        environment.put("TACT_OIDC_ISSUER_URL", ISSUER.url());
        environment.put("TACT_STOREFRONT_CLIENT_SECRET", "client-secret-of-the-tests");
        environment.put("TACT_STOREFRONT_COOKIE_SECRET", "cookie-secret-of-the-tests-long-enough");
        environment.put("TACT_WRITE_KEY_BROWSER", BROWSER_KEY);
        environment.put("TACT_WRITE_KEY_SERVER", SERVER_KEY);
        environment.put("TACT_STOREFRONT_DATA", FOLDER.resolve("data").toString());
        environment.put("TACT_PICTURES", FOLDER.resolve("pictures").toString());
        environment.put("tact.storefront.catalogue.refresh", "0.3S");
        environment.put("tact.storefront.orders.retry", "0.1S");
        environment.put("tact.upstream.pause", "0.2S");
        return environment;
    }

    @Override
    public void stop() {}

    /** Everybody is there again, and nothing has been asked. */
    public static void reset() {
        CONSENT.reset();
        PROFILE.reset();
        RECOMMENDATION.reset();
        FREQUENCY.reset();
        ISSUER.start();
        ISSUER.tokensLive(300, true);
        CONSENT.answer("POST /v1/visitors", FakeWorld::visitor);
        RECOMMENDATION.answer("GET /v1/catalogue/items", FakeWorld::items);
    }

    /** Nothing has been asked, but answers are as they were. */
    public static void forget() {
        CONSENT.forget();
        PROFILE.forget();
        RECOMMENDATION.forget();
        FREQUENCY.forget();
    }

    /** What the services were asked for a browser; the shop reads the catalogue for itself. */
    public static List<String> uris() {
        return Stream.of(CONSENT, PROFILE, RECOMMENDATION, FREQUENCY)
                .flatMap(service -> service.seen().stream())
                .map(FakeService.Seen::uri)
                .filter(uri -> !uri.startsWith("/v1/catalogue/items?limit=200"))
                .toList();
    }

    /** As consent-service does it: a secret of one's own unless one brings it along. */
    private static Canned visitor(FakeService.Seen request) {
        String subject =
                request.json()
                        .getString(
                                "subjectId",
                                "subject-of-test-number-%04d"
                                        .formatted(SUBJECTS.incrementAndGet()));
        return new Canned(
                201,
                Map.of("Content-Type", "application/json", "Set-Cookie", "upstream=no"),
                new JsonObject()
                        .put("subjectId", subject)
                        .put("anonymousId", anonymousId(subject))
                        .put("token", visitorToken(subject, 0, 86_400))
                        .encode());
    }

    public static String anonymousId(String subject) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(("tact-anonymous:" + subject).getBytes(UTF_8)))
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Seconds from now; the shop verifies no signature, so there is none. */
    public static String visitorToken(String subject, long from, long to) {
        long now = Instant.now().getEpochSecond();
        JsonObject claims =
                new JsonObject()
                        .put("sub", anonymousId(subject))
                        .put("iat", now + from)
                        .put("exp", now + to)
                        .put("sid", Integer.toString(SUBJECTS.incrementAndGet()));
        return "e30."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.toBuffer().getBytes())
                + ".signature";
    }

    /** Two pages of two. */
    private static Canned items(FakeService.Seen request) {
        boolean first = !request.uri().contains("after=");
        JsonArray items =
                first
                        ? new JsonArray()
                                .add(item("tent-1", "Fjord Tent, <green>", "tent", 199.0))
                                .add(item("mat-1", "Fjord Mat, green", "camping mat", 39.95))
                        : new JsonArray()
                                .add(item("tent-2", "Alpine Tent, orange", "tent", 249.0))
                                .add(new JsonObject().put("itemId", "not sellable"));
        JsonObject page = new JsonObject().put("items", items);
        return Canned.json((first ? page.put("next", "mat-1") : page).encode());
    }

    public static JsonObject item(String id, String title, String type, double price) {
        return new JsonObject()
                .put("itemId", id)
                .put("title", title)
                .put("productType", type)
                .put("category", "Out & about")
                .put("price", new JsonObject().put("amount", price).put("currency", "EUR"))
                .put("variantGroup", type)
                .put("attributes", new JsonObject().put("color", "green"))
                .put("available", true)
                .put("somethingNew", true);
    }

    private static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("storefront-test");
            Path pictures = Files.createDirectories(folder.resolve("pictures"));
            Files.writeString(pictures.resolve("tent-1.svg"), "<svg>the tent</svg>");
            Files.writeString(folder.resolve("secret.svg"), "<svg>not for you</svg>");
            Files.createSymbolicLink(
                    pictures.resolve("leads-out.svg"), folder.resolve("secret.svg"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
