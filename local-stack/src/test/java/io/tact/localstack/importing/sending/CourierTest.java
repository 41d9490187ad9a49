package io.tact.localstack.importing.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourierTest {
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(40));

    private final Deque<Integer> answers = new ArrayDeque<>();
    private int asked;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void whatMayPassIsTriedAgain(int status) throws Exception {
        answers.addAll(List.of(status, status, 200));

        assertThat(courier().deliver(this::request)).isEqualTo("answer");
        assertThat(asked).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 413, 422})
    void aRefusalIsFinalAndToldWithItsReason(int status) {
        answers.addAll(List.of(status, 200));

        assertThatThrownBy(() -> courier().deliver(this::request))
                .isInstanceOf(Undelivered.class)
                .hasMessageContaining("HTTP " + status + " answer");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aTokenMayRunOutOnce() throws Exception {
        answers.addAll(List.of(401, 200));

        courier().deliver(this::request);

        answers.addAll(List.of(401, 401, 200));
        assertThatThrownBy(() -> courier().deliver(this::request)).hasMessageContaining("401");
    }

    @Test
    void anOutageThatLastsTooLongIsGivenUp() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            answers.add(503);
        }

        assertThatThrownBy(() -> courier().deliver(this::request))
                .isInstanceOf(Undelivered.class)
                .hasMessageContaining("failed");
        assertThat(asked).isBetween(5, 100);
    }

    @Test
    void aServiceThatIsNotThereYetIsAwaited() throws Exception {
        int port = server.getAddress().getPort();
        server.stop(0);
        URI address = URI.create("http://localhost:" + port);
        Patience patient =
                new Patience(Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofSeconds(20));
        var attempts = new AtomicInteger();

        String answer =
                new Courier(patient)
                        .deliver(
                                () -> {
                                    if (attempts.incrementAndGet() == 3) {
                                        start(port);
                                    }
                                    return HttpRequest.newBuilder(address).build();
                                });

        assertThat(answer).isEqualTo("answer");
    }

    @Test
    void aServiceThatIsNotThereIsNamed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        URI address = URI.create("http://localhost:" + free + "/v1/batch");

        assertThatThrownBy(() -> courier().deliver(() -> HttpRequest.newBuilder(address).build()))
                .hasMessageContaining("localhost:" + free + "/v1/batch")
                .hasMessageContaining("ConnectException");
    }

    @Test
    void waitsGrowAndEnd() {
        Patience patience =
                new Patience(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ZERO);

        assertThat(patience.before(1, 1)).isEqualTo(Duration.ofMillis(100));
        assertThat(patience.before(1, 0)).isEqualTo(Duration.ofMillis(50));
        assertThat(patience.before(3, 1)).isEqualTo(Duration.ofMillis(400));
        assertThat(patience.before(7, 1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(patience.before(1_000_000, 1)).isEqualTo(Duration.ofSeconds(5));
    }

    private void start(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked++;
        Integer status = answers.poll();
        byte[] body = "answer".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status == null ? 200 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Courier courier() {
        return new Courier(SHORT);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.getAddress().getPort() + "/"))
                .build();
    }
}
