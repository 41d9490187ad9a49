package io.tact.localstack.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records what the importer sends, and fails at random: before taking a request, after taking it,
 * or in the middle of the answer.
 */
final class FakeSuite implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, JsonNode> items = new ConcurrentHashMap<>();
    final Map<String, JsonNode> campaignsAndPolicies = new ConcurrentHashMap<>();

    /** Statements by the subject id that proved itself. */
    final Map<String, JsonNode> consents = new ConcurrentHashMap<>();

    final List<Batch> batches = new ArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Random random;
    private final int failuresInAHundred;
    private int tokens;
    private volatile int alwaysAnswer;

    record Batch(String writeKey, List<JsonNode> events, int bytes) {}

    FakeSuite(long seed, int failuresInAHundred) throws IOException {
        this.random = new Random(seed);
        this.failuresInAHundred = failuresInAHundred;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static FakeSuite reliable() {
        try {
            return new FakeSuite(1, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void alwaysAnswer(int status) {
        alwaysAnswer = status;
    }

    Path writeSuiteJson(Path folder) throws IOException {
        String base = "http://localhost:" + server.getAddress().getPort();
        return Files.writeString(
                folder.resolve("suite.json"),
                """
                {
                  "services": {
                    "consent-service": {"url": "%1$s"},
                    "profile-service": {"url": "%1$s"},
                    "recommendation-service": {"url": "%1$s"},
                    "frequency-service": {"url": "%1$s"}
                  },
                  "oidc": {"tokenUrl": "%1$s/token", "clients": {"tact-importer": {"secret": "importer secret&"}}},
                  "writeKeys": {
                    "storefront-server": {"writeKey": "orders-key"},
                    "history-import": {"writeKey": "history-key"}
                  }
                }
                """
                        .formatted(base));
    }

    /** Every event once, as a receiver that deduplicates by message id would keep it. */
    Map<String, JsonNode> events() {
        Map<String, JsonNode> events = new LinkedHashMap<>();
        for (Batch batch : batches) {
            batch.events().forEach(event -> events.put(event.path("messageId").asText(), event));
        }
        return events;
    }

    JsonNode event(String messageId) {
        return events().getOrDefault(messageId, MissingNode.getInstance());
    }

    JsonNode item(String id) {
        return items.getOrDefault(id, MissingNode.getInstance());
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int luck = luck();
            if (alwaysAnswer != 0) {
                answer(exchange, alwaysAnswer, "{\"detail\":\"not today\"}");
            } else if (luck < failuresInAHundred / 3) {
                answer(exchange, luck % 2 == 0 ? 503 : 429, "");
            } else {
                String answer = take(exchange, body);
                if (luck < failuresInAHundred * 2 / 3) {
                    answer(exchange, 500, "");
                } else if (luck < failuresInAHundred) {
                    exchange.close();
                } else {
                    answer(exchange, answer.isEmpty() ? 401 : 200, answer);
                    return;
                }
            }
            failures.incrementAndGet();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private synchronized int luck() {
        return random.nextInt(100);
    }

    private synchronized String take(HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String authorization =
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (path.equals("/token")) {
            String form = new String(body, UTF_8);
            return form.equals(
                            "grant_type=client_credentials&client_id=tact-importer&client_secret=importer+secret%26")
                    ? "{\"access_token\":\"token-%d\",\"expires_in\":300}".formatted(++tokens)
                    : "";
        }
        if (path.equals("/v1/visitors")) {
            return "{\"token\":\"visitor of %s\"}"
                    .formatted(JSON.readTree(body).path("subjectId").asText());
        }
        if (path.equals("/v1/me/consents")) {
            String visitor = exchange.getRequestHeaders().getFirst("Tact-Visitor");
            consents.put(visitor.substring("visitor of ".length()), JSON.readTree(body));
            return "{}";
        }
        if (path.equals("/v1/batch")) {
            List<JsonNode> events = new ArrayList<>();
            JSON.readTree(body).path("batch").forEach(events::add);
            String decoded =
                    new String(
                            Base64.getDecoder().decode(authorization.substring("Basic ".length())),
                            UTF_8);
            batches.add(new Batch(decoded.replace(":", ""), events, body.length));
            return "{\"success\":true}";
        }
        if (!authorization.equals("Bearer token-" + tokens)
                || !exchange.getRequestMethod().equals("PUT")) {
            return "";
        }
        if (path.equals("/v1/catalogue/items")) {
            JsonNode array = JSON.readTree(body);
            if (array.size() > 500) {
                return "";
            }
            array.forEach(item -> items.put(item.path("itemId").asText(), item));
            if (items.containsKey("UNWANTED")) {
                return "{\"rejected\":[{\"index\":0,\"itemId\":\"UNWANTED\",\"reason\":\"title is rude\"}]}";
            }
        } else {
            campaignsAndPolicies.put(path, JSON.readTree(body));
        }
        return "{}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
