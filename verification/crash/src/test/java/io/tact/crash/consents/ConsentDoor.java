package io.tact.crash.consents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.crash.consents.Reply.Acknowledged;
import io.tact.crash.consents.Reply.NotKnown;
import io.tact.crash.consents.Reply.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The service as its clients have it. */
public final class ConsentDoor {
    /** Short, so that also answers that were under way get lost now and then. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String ME = "/v1/me/consents";

    private final String url;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    public ConsentDoor(String url) {
        this.url = url;
    }

    Reply send(Statement statement) {
        HttpRequest.Builder request =
                request(ME, statement.speaker().credentials())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", statement.key())
                        .POST(BodyPublishers.ofString(statement.body()));
        try {
            HttpResponse<byte[]> response = exchange(request);
            int status = response.statusCode();
            if (status == 200) {
                return new Acknowledged(Version.parse(seq(response)));
            }
            return status >= 500
                    ? new NotKnown(Integer.toString(status))
                    : new Refused(status + " " + text(response));
        } catch (IOException silence) {
            return new NotKnown("silence");
        }
    }

    /** Of somebody who proves one identity; empty if that was never answered for. */
    Optional<Standing> read(Speaker speaker) throws IOException {
        HttpResponse<byte[]> response = exchange(request(ME, speaker.credentials()));
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + text(response));
        }
        JsonNode answers = json.readTree(response.body()).get("answers");
        return Version.parse(seq(response)).stream()
                .findFirst()
                .map(version -> Standing.of(version, answers));
    }

    /** Empty where there is no such file. */
    Optional<byte[]> file(String path) throws IOException {
        HttpResponse<byte[]> response = exchange(request("/" + path, Map.of()));
        if (response.statusCode() != 200 && response.statusCode() != 404) {
            throw new IOException(path + ": " + response.statusCode());
        }
        return Optional.of(response.body()).filter(body -> response.statusCode() == 200);
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String seq(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Consent-Seq").orElse("");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
