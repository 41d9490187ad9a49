package io.tact.proof.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.tile.TileFetcher;
import io.tact.proof.tile.TilePath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A ledger over HTTP, at the paths of C2SP tlog-tiles. What it says is not believed. */
final class PublicLedger implements TileFetcher {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String base;

    PublicLedger(String url) {
        this.base = url.endsWith("/") ? url : url + "/";
        try {
            HttpRequest.newBuilder(URI.create(base));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--ledger: '" + url + "' is no URL.");
        }
    }

    String checkpoint() throws IOException {
        return new String(
                get("checkpoint")
                        .orElseThrow(() -> new IOException(base + " has no checkpoint yet")),
                UTF_8);
    }

    @Override
    public Optional<byte[]> fetch(TilePath path) throws IOException {
        return get(path.toString());
    }

    private Optional<byte[]> get(String path) throws IOException {
        URI url = URI.create(base + path);
        HttpResponse<byte[]> answer;
        try {
            answer =
                    http.send(
                            HttpRequest.newBuilder(url).timeout(PATIENCE).build(),
                            BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(url + " was interrupted", e);
        } catch (IOException e) {
            throw new IOException(url + " cannot be reached", e);
        }
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(answer.body());
            case 404 -> Optional.empty();
            default -> throw new IOException(url + " answered " + answer.statusCode());
        };
    }
}
