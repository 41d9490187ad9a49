package io.tact.localstack.importing.sending;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Sends a request until it is answered with success. */
public final class Courier {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int UNAUTHORIZED = 401;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_ASKED_WAIT = Duration.ofSeconds(30);
    private static final int SHOWN = 400;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
    private final Patience patience;

    /** Is asked before every attempt, so that it carries a fresh token. */
    @FunctionalInterface
    public interface Request {
        HttpRequest next() throws InterruptedException;
    }

    public Courier(Patience patience) {
        this.patience = patience;
    }

    /**
     * Tries again when the service is away, overloaded or broken (no connection, 408, 429, 5xx),
     * and once on 401, as a token may have run out.
     *
     * @return the body of the answer
     * @throws Undelivered when refused for good, or out of patience
     */
    public String deliver(Request request) throws InterruptedException {
        Duration waited = Duration.ZERO;
        int refusedTokens = 0;
        for (int attempt = 1; ; attempt++) {
            HttpRequest next = request.next();
            Attempt outcome = attempt(next);
            refusedTokens += outcome.status() == UNAUTHORIZED ? 1 : 0;
            if (outcome.delivered()) {
                return outcome.text();
            }
            if (!outcome.worthAnother()
                    && !(outcome.status() == UNAUTHORIZED && refusedTokens == 1)) {
                throw new Undelivered(
                        "%s %s was refused: %s"
                                .formatted(next.method(), next.uri(), outcome.shown()));
            }
            if (waited.compareTo(patience.giveUp()) >= 0) {
                throw new Undelivered(
                        "%s %s failed %d times in %d s, last: %s"
                                .formatted(
                                        next.method(),
                                        next.uri(),
                                        attempt,
                                        waited.toSeconds(),
                                        outcome.shown()));
            }
            Duration wait = patience.before(attempt, ThreadLocalRandom.current().nextDouble());
            wait = outcome.askedWait().compareTo(wait) > 0 ? outcome.askedWait() : wait;
            Thread.sleep(wait.toMillis());
            waited = waited.plus(wait);
        }
    }

    private Attempt attempt(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Attempt(response.statusCode(), response.body(), retryAfter(response));
        } catch (IOException e) {
            return new Attempt(
                    0, e.getClass().getSimpleName() + " " + e.getMessage(), Duration.ZERO);
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(wait -> wait.compareTo(LONGEST_ASKED_WAIT) < 0 ? wait : LONGEST_ASKED_WAIT)
                .orElse(Duration.ZERO);
    }

    /**
     * @param status 0 when there was no answer
     */
    private record Attempt(int status, String text, Duration askedWait) {
        boolean delivered() {
            return status >= 200 && status < 300;
        }

        boolean worthAnother() {
            return status == 0
                    || status == REQUEST_TIMEOUT
                    || status == TOO_MANY_REQUESTS
                    || status >= 500;
        }

        String shown() {
            String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
            return (status == 0 ? start : "HTTP " + status + " " + start).strip();
        }
    }
}
