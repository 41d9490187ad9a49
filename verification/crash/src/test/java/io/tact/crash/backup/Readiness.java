package io.tact.crash.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.crash.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;

/** What the platform hears when it asks whether to send anybody. */
final class Readiness {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    Readiness(Installation installation) {
        this.url = URI.create(installation.managementUrl() + "/q/health/ready");
    }

    /** What is against it; {@code nobody} as long as nobody answers. */
    Set<String> against() {
        try {
            String answer =
                    http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
            var down = new TreeSet<String>();
            for (JsonNode check : new ObjectMapper().readTree(answer).path("checks")) {
                if (check.path("status").asText().equals("DOWN")) {
                    down.add(check.path("name").asText());
                }
            }
            return down;
        } catch (ConnectException notYet) {
            return Set.of("nobody");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
