package io.tact.localstack.importing.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** Calls of one service that need a staff token. */
public final class StaffApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Courier courier;
    private final AccessTokens tokens;
    private final URI service;

    /**
     * @param service the base URL, without a path
     */
    public StaffApi(Courier courier, AccessTokens tokens, URI service) {
        this.courier = courier;
        this.tokens = tokens;
        this.service = service;
    }

    public JsonNode put(String path, JsonNode body) throws InterruptedException {
        String text = body.toString();
        String answer = courier.deliver(() -> request(path, text));
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new Undelivered(
                    service.resolve(path) + " answered with something that is no JSON.");
        }
    }

    private HttpRequest request(String path, String body) throws InterruptedException {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + tokens.current())
                .PUT(BodyPublishers.ofString(body))
                .build();
    }
}
