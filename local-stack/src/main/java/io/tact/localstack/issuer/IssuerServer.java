package io.tact.localstack.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tact.localstack.keys.JsonText;
import io.tact.localstack.keys.RsaKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * As much of an OpenID provider as a resource server asks for: discovery and keys. Tokens are
 * signed by the tests themselves.
 */
public final class IssuerServer implements AutoCloseable {
    private static final String REALM = "/realms/tact";

    private final HttpServer server;

    private IssuerServer(HttpServer server) {
        this.server = server;
    }

    /** On loopback; on port 0 wherever there is room. */
    public static IssuerServer start(RsaKey key, int port) {
        HttpServer server = listen(port);
        IssuerServer issuer = new IssuerServer(server);
        String keySet = RsaKey.keySet(List.of(key));
        server.createContext(
                REALM + "/.well-known/openid-configuration",
                exchange -> answer(exchange, JsonText.of(issuer.discovery())));
        server.createContext(
                REALM + "/protocol/openid-connect/certs", exchange -> answer(exchange, keySet));
        server.setExecutor(
                Executors.newCachedThreadPool(
                        task -> {
                            Thread thread = new Thread(task, "issuer");
                            thread.setDaemon(true);
                            return thread;
                        }));
        server.start();
        return issuer;
    }

    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + REALM;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Object> discovery() {
        String endpoints = url() + "/protocol/openid-connect";
        return Map.of(
                "issuer",
                url(),
                "jwks_uri",
                endpoints + "/certs",
                "authorization_endpoint",
                endpoints + "/auth",
                "token_endpoint",
                endpoints + "/token",
                "end_session_endpoint",
                endpoints + "/logout",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
