package io.tact.storefront.fake;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An upstream that notes what it was asked and answers as told; it can be slow, and it can be away.
 */
public final class FakeService {
    /** A request as it arrived. */
    public record Seen(String method, String uri, MultiMap headers, String body) {
        public JsonObject json() {
            return new JsonObject(body);
        }

        public @Nullable String header(String name) {
            return headers.get(name);
        }
    }

    public record Canned(int status, Map<String, String> headers, String body) {
        public static Canned json(String body) {
            return new Canned(200, Map.of("Content-Type", "application/json"), body);
        }

        public Canned with(String name, String value) {
            var more = new java.util.LinkedHashMap<>(headers);
            more.put(name, value);
            return new Canned(status, more, body);
        }
    }

    private final Vertx vertx;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Seen, Canned>> answers = new ConcurrentHashMap<>();
    private volatile long delayMillis;
    private int port;
    private @Nullable HttpServer server;

    public FakeService(Vertx vertx) {
        this.vertx = vertx;
        start();
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** On the same port as before. */
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

    public void slow(long millis) {
        delayMillis = millis;
    }

    /** For a path without its query; everything else is answered with an empty object. */
    public void answer(String methodAndPath, Function<Seen, Canned> canned) {
        answers.put(methodAndPath, canned);
    }

    public void answer(String methodAndPath, Canned canned) {
        answers.put(methodAndPath, request -> canned);
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public List<Seen> seen(String methodAndPath) {
        return seen.stream()
                .filter(one -> key(one.method(), one.uri()).equals(methodAndPath))
                .toList();
    }

    public Seen onlySeen(String methodAndPath) {
        List<Seen> found = seen(methodAndPath);
        if (found.size() != 1) {
            throw new AssertionError("Expected one " + methodAndPath + ", seen: " + seen);
        }
        return found.get(0);
    }

    /** Is there, and forgets what it saw and was told. */
    public void reset() {
        start();
        forget();
        answers.clear();
        delayMillis = 0;
    }

    public void forget() {
        seen.clear();
    }

    private void handle(HttpServerRequest request) {
        request.body()
                .onSuccess(
                        body -> {
                            Seen one =
                                    new Seen(
                                            request.method().name(),
                                            request.uri(),
                                            request.headers(),
                                            body.toString());
                            seen.add(one);
                            if (delayMillis > 0) {
                                vertx.setTimer(delayMillis, due -> answer(request, one));
                            } else {
                                answer(request, one);
                            }
                        });
    }

    private void answer(HttpServerRequest request, Seen one) {
        Canned canned =
                answers.getOrDefault(key(one.method(), one.uri()), any -> Canned.json("{}"))
                        .apply(one);
        canned.headers().forEach(request.response()::putHeader);
        request.response().setStatusCode(canned.status()).end(Buffer.buffer(canned.body()));
    }

    private static String key(String method, String uri) {
        int query = uri.indexOf('?');
        return method + " " + (query < 0 ? uri : uri.substring(0, query));
    }
}
