package io.tact.localstack.importing.sending;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Access tokens by the client credentials grant (RFC 6749, 4.4), fetched anew shortly before they
 * run out.
 */
public final class AccessTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EARLY = Duration.ofSeconds(15);

    private final Courier courier;
    private final URI tokenUrl;
    private final String form;
    private final InstantSource clock;
    private String token = "";
    private Instant renewal = Instant.MIN;

    public AccessTokens(
            Courier courier,
            URI tokenUrl,
            String clientId,
            String clientSecret,
            InstantSource clock) {
        this.courier = courier;
        this.tokenUrl = tokenUrl;
        this.clock = clock;
        form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(encode(clientId, UTF_8), encode(clientSecret, UTF_8));
    }

    public synchronized String current() throws InterruptedException {
        if (!clock.instant().isBefore(renewal)) {
            Instant asked = clock.instant();
            JsonNode answer = parsed(courier.deliver(this::request));
            token = answer.path("access_token").asText();
            renewal = asked.plusSeconds(answer.path("expires_in").asLong(60)).minus(EARLY);
        }
        return token;
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(tokenUrl)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private JsonNode parsed(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new Undelivered(tokenUrl + " answered with something that is no JSON.");
        }
    }
}
