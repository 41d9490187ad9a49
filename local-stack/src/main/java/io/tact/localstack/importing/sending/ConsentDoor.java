package io.tact.localstack.importing.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Answers for visitors as their browsers would: whoever knows the subject id gets the visitor's
 * token, and answers with it.
 */
public final class ConsentDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Courier courier;
    private final URI consent;

    /**
     * @param consent the base URL of consent-service
     */
    public ConsentDoor(Courier courier, URI consent) {
        this.courier = courier;
        this.consent = consent;
    }

    /**
     * @param key makes a repeated answer the same answer
     */
    public void grant(String subjectId, List<String> purposes, Instant at, String key)
            throws InterruptedException {
        String token = token(subjectId);
        ObjectNode statement = JSON.createObjectNode().put("givenAt", at.toString());
        ObjectNode answers = statement.putObject("answers");
        purposes.forEach(purpose -> answers.put(purpose, true));
        courier.deliver(
                () ->
                        post("/v1/me/consents", statement)
                                .header("Tact-Visitor", token)
                                .header("Idempotency-Key", key)
                                .build());
    }

    private String token(String subjectId) throws InterruptedException {
        ObjectNode subject = JSON.createObjectNode().put("subjectId", subjectId);
        String answer = courier.deliver(() -> post("/v1/visitors", subject).build());
        try {
            return JSON.readTree(answer).path("token").asText();
        } catch (JsonProcessingException e) {
            throw new Undelivered(
                    consent + "/v1/visitors answered with something that is no JSON.");
        }
    }

    private HttpRequest.Builder post(String path, ObjectNode body) {
        return HttpRequest.newBuilder(consent.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }
}
