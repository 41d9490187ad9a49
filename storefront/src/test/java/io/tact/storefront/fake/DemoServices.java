package io.tact.storefront.fake;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All four services in one small program, to look at the shop without them: {@code DemoServices
 * <port> [items.json]}; an OIDC provider is on the next port. Elements come from the services' own
 * folders where they have one already.
 */
public final class DemoServices {
    private static final int REAL = 400;

    private final JsonArray items;

    private DemoServices(JsonArray items) {
        this.items = items;
    }

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        JsonArray items =
                arguments.length > 1
                        ? new JsonArray(Files.readString(Path.of(arguments[1])))
                        : aDozen();
        DemoServices services = new DemoServices(items);
        Vertx vertx = Vertx.vertx();
        new FakeIssuer(vertx, port + 1);
        Waiting.on(
                vertx.createHttpServer()
                        .requestHandler(
                                request ->
                                        request.body()
                                                .onSuccess(
                                                        body ->
                                                                services.answer(
                                                                        request, body.toString())))
                        .listen(port, "localhost"));
    }

    private void answer(HttpServerRequest request, String body) {
        String path = request.path();
        if (path.startsWith("/micro-frontend/")) {
            request.response().putHeader("Content-Type", "text/javascript").end(element(path));
        } else if (path.equals("/v1/visitors")) {
            json(request, 201, visitor());
        } else if (path.equals("/v1/catalogue/items")) {
            json(request, 200, new JsonObject().put("items", items));
        } else if (path.equals("/v1/recommendations")) {
            json(request, 200, shelf(new JsonObject(body).getString("placement", "")));
        } else if (path.equals("/v1/me/consents")) {
            json(
                    request,
                    200,
                    new JsonObject()
                            .put("answers", new JsonObject())
                            .put("unanswered", new JsonArray()));
        } else if (path.equals("/v1/me/data")) {
            json(request, 200, nothingKnown());
        } else if (path.startsWith("/v1/me/") || path.equals("/v1/retention")) {
            json(request, 404, new JsonObject());
        } else if (path.equals("/v1/reservations")) {
            json(request, 200, reservation(new JsonObject(body)));
        } else {
            json(request, 200, new JsonObject());
        }
    }

    private static JsonObject visitor() {
        String subject = "a-subject-of-the-demo-shop";
        return new JsonObject()
                .put("subjectId", subject)
                .put("anonymousId", FakeWorld.anonymousId(subject))
                .put("token", FakeWorld.visitorToken(subject, 0, 86_400));
    }

    private static JsonObject nothingKnown() {
        JsonObject known = new JsonObject();
        List.of(
                        "identities",
                        "links",
                        "values",
                        "events",
                        "reads",
                        "lookups",
                        "aboutSomebodyElse",
                        "skipped")
                .forEach(part -> known.put(part, new JsonArray()));
        return known.put("more", false);
    }

    /** The first that is asked for. */
    private static JsonObject reservation(JsonObject question) {
        JsonArray candidates = question.getJsonArray("candidates", new JsonArray());
        return candidates.isEmpty()
                ? new JsonObject().put("decision", "DENY")
                : new JsonObject()
                        .put("decision", "GRANT")
                        .put(
                                "reservation",
                                candidates
                                        .getJsonObject(0)
                                        .copy()
                                        .put("id", "r-1")
                                        .put("kind", "personal"));
    }

    /** Any few: every so many items, from another place for each placement. */
    private JsonObject shelf(String placement) {
        int size = items.size();
        int start = Math.floorMod(placement.hashCode(), size);
        JsonArray chosen = new JsonArray();
        for (int i = 0; i < 6; i++) {
            chosen.add(
                    items.getJsonObject((start + i * (size / 7 + 1)) % size)
                            .copy()
                            .put("reason", "POPULAR")
                            .put("sentence", "Often chosen this week."));
        }
        return new JsonObject()
                .put("placement", placement)
                .put("rung", "none")
                .put("why", "What many are choosing.")
                .put("items", chosen);
    }

    private static String element(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return List.of("consent", "profile", "recommendation", "frequency").stream()
                .map(
                        name ->
                                Path.of(
                                        "../"
                                                + name
                                                + "-service/src/main/resources/META-INF/resources"
                                                + path))
                .filter(Files::exists)
                .map(DemoServices::read)
                .filter(text -> text.length() > REAL)
                .findFirst()
                .orElseGet(() -> standIn(file));
    }

    private static String standIn(String file) {
        try (InputStream bytes = DemoServices.class.getResourceAsStream("/elements/" + file)) {
            return bytes == null
                    ? ""
                    : new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonArray aDozen() {
        return new JsonArray(
                List.of(
                                "tent",
                                "coat",
                                "gloves",
                                "mug",
                                "lamp",
                                "boots",
                                "sofa",
                                "scarf",
                                "teapot",
                                "backpack",
                                "cushion",
                                "hat")
                        .stream()
                        .map(
                                kind ->
                                        FakeWorld.item(
                                                        kind + "-1",
                                                        "A good " + kind,
                                                        kind,
                                                        10.0 + kind.length())
                                                .put("image", "/pictures/" + kind + "-1.svg")
                                                .put("url", "/products/" + kind + "-1"))
                        .collect(Collectors.toList()));
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.toBuffer());
    }
}
