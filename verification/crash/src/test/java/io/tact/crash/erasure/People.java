package io.tact.crash.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestTokens;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The canaries and the privacy officer, at the doors of the service. */
public final class People {
    private final String url;
    private final TestTokens tokens;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    public People(String url, TestTokens tokens) {
        this.url = url;
        this.tokens = tokens;
    }

    /**
     * Says yes, then no, and much that is refused.
     *
     * @return its identity-keys
     */
    public List<String> speak(Canary canary) {
        Map<String, String> me = canary.credentials(tokens);
        demand(200, post("/v1/me/consents", me, canary.name() + "-key-1", canary.answer(true)));
        HttpResponse<String> second =
                post("/v1/me/consents", me, canary.name() + "-key-2", canary.answer(false));
        demand(200, second);
        String unknown = "{\"answers\":{\"%s\":true}}".formatted(canary.name() + "-purpose");
        demand(422, post("/v1/me/consents", me, canary.name() + "-key-3", unknown));
        String malformed = "{\"%s\":".formatted(canary.name() + "-malformed");
        demand(400, post("/v1/me/consents", me, canary.name() + "-key-4", malformed));
        demand(422, get("/v1/me/proof?purpose=" + canary.name() + "-query", me));
        demand(401, get("/v1/me/consents", Map.of("Tact-Visitor", canary.name() + "-token")));
        String subject = "{\"subjectId\":\"%s\"}".formatted(canary.subject());
        post("/v1/visitors", Map.of(), canary.name() + "-key-5", subject);
        return Arrays.stream(second.headers().firstValue("Consent-Seq").orElse("").split(","))
                .map(seq -> seq.substring(0, seq.indexOf('=')))
                .toList();
    }

    /** Says no, where nothing can be recorded. */
    public String refusal(Canary canary) {
        HttpResponse<String> answer =
                post(
                        "/v1/me/consents",
                        canary.credentials(tokens),
                        canary.name() + "-key-6",
                        canary.answer(false));
        demand(503, answer);
        return read(answer).get("type").asText();
    }

    /** Evidence of what holds. */
    public String proof(Canary canary) {
        return Eventually.get(
                        "a proof",
                        () -> get("/v1/me/proof?purpose=marketing", canary.credentials(tokens)),
                        answer -> answer.statusCode() == 200)
                .body();
    }

    /** What holds for marketing; empty for whom nobody knows. */
    public String marketing(Canary canary) {
        HttpResponse<String> answer = get("/v1/me/consents", canary.credentials(tokens));
        demand(200, answer);
        return read(answer).at("/answers/marketing/answer").asText();
    }

    /** What a privacy officer is told of the ledger. */
    public String ledgerStatus() {
        HttpResponse<String> answer =
                get(
                        "/v1/ledger/health",
                        Map.of("Authorization", "Bearer " + tokens.staff("privacy-officer")));
        demand(200, answer);
        return read(answer).get("status").asText();
    }

    /** The checkpoint that everybody can have, its signature checked. */
    public Checkpoint published() {
        JsonNode ledger = ledger();
        VerifierKey key = VerifierKey.parse(ledger.get("verifierKey").asText()).orElseThrow();
        return Checkpoint.open(
                        checkpoint().getBytes(StandardCharsets.UTF_8),
                        ledger.get("origin").asText(),
                        List.of(key))
                .orElseThrow();
    }

    private String checkpoint() {
        HttpResponse<String> answer = get("/checkpoint", Map.of());
        demand(200, answer);
        return answer.body();
    }

    JsonNode ledger() {
        return read(get("/v1/ledger", Map.of()));
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param policy {@code "erase":"full"}, or what else
     */
    public void erase(List<String> keys, String policy) {
        String body =
                "{\"identityKeys\":[\"%s\"],%s}".formatted(String.join("\",\"", keys), policy);
        Map<String, String> officer =
                Map.of("Authorization", "Bearer " + tokens.staff("privacy-officer"));
        demand(200, post("/v1/erasures", officer, "an-erasure", body));
    }

    private static void demand(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private HttpResponse<String> post(
            String path, Map<String, String> headers, String key, String body) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(request(path, headers));
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
