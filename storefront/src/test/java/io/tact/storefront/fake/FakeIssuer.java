package io.tact.storefront.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.localstack.keys.Jwt;
import io.tact.localstack.keys.RsaKey;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An OIDC provider at which Ann is always logged in. It insists on PKCE, as ours does; how long its
 * tokens live can be changed, and it can be away.
 */
public final class FakeIssuer {
    public static final String SUBJECT = "ann-1";

    private final Vertx vertx;
    private final RsaKey key = RsaKey.generate();
    private final Map<String, MultiMap> codes = new ConcurrentHashMap<>();
    private volatile long lifetimeSeconds = 300;
    private volatile boolean refreshes = true;
    private volatile int refreshed;
    private int port;
    private @Nullable HttpServer server;

    public FakeIssuer(Vertx vertx) {
        this(vertx, 0);
    }

    /**
     * @param port 0 for any
     */
    FakeIssuer(Vertx vertx, int port) {
        this.vertx = vertx;
        this.port = port;
        start();
    }

    public String url() {
        return "http://localhost:" + port + "/realms/tact";
    }

    public void start() {
        if (server == null) {
            server =
                    Waiting.on(
                            vertx.createHttpServer()
                                    .requestHandler(this::handle)
                                    .listen(port, "localhost"));
            port = server.actualPort();
        }
    }

    public void stop() {
        if (server != null) {
            Waiting.on(server.close());
            server = null;
        }
    }

    public void tokensLive(long seconds, boolean canBeRefreshed) {
        lifetimeSeconds = seconds;
        refreshes = canBeRefreshed;
    }

    public int refreshed() {
        return refreshed;
    }

    private void handle(HttpServerRequest request) {
        String path = request.path().replace("/realms/tact", "");
        switch (path) {
            case "/.well-known/openid-configuration" -> json(request, 200, discovery());
            case "/certs" -> json(request, 200, new JsonObject(RsaKey.keySet(List.of(key))));
            case "/auth" -> authorize(request);
            case "/token" ->
                    request.setExpectMultipart(true)
                            .endHandler(read -> token(request, request.formAttributes()));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private JsonObject discovery() {
        return new JsonObject()
                .put("issuer", url())
                .put("jwks_uri", url() + "/certs")
                .put("authorization_endpoint", url() + "/auth")
                .put("token_endpoint", url() + "/token")
                .put("end_session_endpoint", url() + "/logout")
                .put("response_types_supported", new JsonArray().add("code"))
                .put("subject_types_supported", new JsonArray().add("public"))
                .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
    }

    private void authorize(HttpServerRequest request) {
        MultiMap asked = MultiMap.caseInsensitiveMultiMap().addAll(request.params());
        if (!"S256".equals(asked.get("code_challenge_method"))) {
            request.response().setStatusCode(400).end("PKCE is required");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        request.response()
                .setStatusCode(302)
                .putHeader(
                        "Location",
                        asked.get("redirect_uri")
                                + "?code="
                                + code
                                + "&state="
                                + URLEncoder.encode(asked.get("state"), UTF_8))
                .end();
    }

    private void token(HttpServerRequest request, MultiMap form) {
        if ("refresh_token".equals(form.get("grant_type"))) {
            if (refreshes) {
                refreshed++;
                json(request, 200, tokens(null));
            } else {
                json(request, 400, new JsonObject().put("error", "invalid_grant"));
            }
            return;
        }
        MultiMap asked = codes.remove(String.valueOf(form.get("code")));
        if (asked == null
                || !challenge(String.valueOf(form.get("code_verifier")))
                        .equals(asked.get("code_challenge"))) {
            json(request, 400, new JsonObject().put("error", "invalid_grant"));
            return;
        }
        json(request, 200, tokens(asked.get("nonce")));
    }

    private JsonObject tokens(@Nullable String nonce) {
        Map<String, Object> id = claims("tact-storefront");
        if (nonce != null) {
            id.put("nonce", nonce);
        }
        return new JsonObject()
                .put("token_type", "Bearer")
                .put("access_token", Jwt.signed(key, claims("tact")))
                .put("id_token", Jwt.signed(key, id))
                .put("refresh_token", UUID.randomUUID().toString())
                .put("expires_in", lifetimeSeconds);
    }

    private Map<String, Object> claims(String audience) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", url());
        claims.put("aud", audience);
        claims.put("sub", SUBJECT);
        claims.put("given_name", "Ann");
        claims.put("iat", now);
        claims.put("exp", now + lifetimeSeconds);
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.toBuffer());
    }
}
