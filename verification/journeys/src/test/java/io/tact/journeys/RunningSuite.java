package io.tact.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.localstack.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The packaged suite, started once for all journeys as {@code ./run --fresh} starts it, on free
 * ports. What suite.json says is all that the journeys know of it. {@code
 * -Dtact.suite=<suite.json>} uses one that runs already.
 */
final class RunningSuite {
    private static @Nullable RunningSuite running;
    private static boolean failed;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonNode description;
    private final @Nullable Suite suite;

    private RunningSuite(Path file, @Nullable Suite suite) throws IOException {
        this.description = json.readTree(Files.readString(file));
        this.suite = suite;
    }

    static synchronized RunningSuite get() {
        if (failed) {
            throw new IllegalStateException("The suite did not start; the first journey says why");
        }
        if (running == null) {
            failed = true;
            try {
                running = begin();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            failed = false;
        }
        return running;
    }

    private static RunningSuite begin() throws IOException {
        String given = System.getProperty("tact.suite", "");
        if (!given.isEmpty()) {
            return new RunningSuite(Path.of(given), null);
        }
        Suite suite = Suite.start(Path.of("target", "suite"), true);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "suite"));
        return new RunningSuite(suite.file(), suite);
    }

    /** To kill and restart its parts. */
    Suite parts() {
        if (suite == null) {
            throw new IllegalStateException(
                    "A suite that was started by somebody else is not ours to kill");
        }
        return suite;
    }

    String url(String service) {
        return description.at("/services/" + service + "/url").asText();
    }

    /** What suite.json says there, by JSON pointer. */
    JsonNode described(String pointer) {
        return description.at(pointer);
    }

    String browserKey() {
        return writeKey("storefront-browser");
    }

    String serverKey() {
        return writeKey("storefront-server");
    }

    private String writeKey(String source) {
        return description.at("/writeKeys/" + source + "/writeKey").asText();
    }

    /** The user id that the shop's provider gave a demo user. */
    String subjectOf(String user) {
        return description.at("/oidc/users/" + user + "/subject").asText();
    }

    String passwordOf(String user) {
        return description.at("/oidc/users/" + user + "/password").asText();
    }

    /** A fresh access token, from Keycloak. */
    String tokenOf(String user) {
        return token(
                description.at("/oidc/tokenUrl").asText(), "tact-demo", user, passwordOf(user));
    }

    String token(String url, String client, String user, String password) {
        String form =
                "grant_type=password&client_id="
                        + client
                        + "&scope=openid&username="
                        + encoded(user)
                        + "&password="
                        + encoded(password);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return send(request).json().get("access_token").asText();
    }

    Answer get(String service, String path, Map<String, String> headers) {
        return send(request(service, path, headers).GET().build());
    }

    Answer post(String service, String path, Map<String, String> headers, String body) {
        return send(
                request(service, path, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    Answer postTo(String url, Map<String, String> headers, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    Answer put(String service, String path, Map<String, String> headers, String body) {
        return send(
                request(service, path, headers)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build());
    }

    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String service, String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(service) + path))
                        .timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
