package io.tact.storefront.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * As much of a browser as matters here: it keeps cookies, says where it comes from, sends paths as
 * they are, and follows nothing by itself.
 */
public final class Browser {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String base;
    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /**
     * @param origin what it says in {@code Origin}
     */
    public Browser(String base, String origin) {
        this.base = base;
        this.origin = origin;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public String cookie(String name) {
        String value = cookies.get(name);
        if (value == null) {
            throw new AssertionError("No cookie " + name + " in " + cookies.keySet());
        }
        return value;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** As a script of the shop does. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(
                request(path, headers)
                        .setHeader("Content-Type", "application/json")
                        .header("Origin", origin)
                        .header("X-Tact-CSRF", "1")
                        .POST(BodyPublishers.ofString(json)));
    }

    /** As a form of the shop does. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        String form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString(form)));
    }

    /** Whatever the request says and nothing else, cookies apart. */
    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.ofString("{}")));
    }

    /** The {@code Set-Cookie} line of this name. */
    public static Optional<String> setCookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("set-cookie").stream()
                .filter(line -> line.startsWith(name + "="))
                .findFirst();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        URI target = URI.create(path.startsWith("http") ? path : base + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            List<String> lines = new ArrayList<>(answer.headers().allValues("set-cookie"));
            lines.forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String line) {
        String pair = line.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        if (line.toLowerCase(java.util.Locale.ROOT).contains("max-age=0;")
                || line.toLowerCase(java.util.Locale.ROOT).endsWith("max-age=0")
                || pair.length() == equals + 1) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(equals + 1));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
