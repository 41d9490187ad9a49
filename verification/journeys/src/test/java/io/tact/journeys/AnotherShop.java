package io.tact.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A web server of a shop's own, with its own pages: another origin than ours. A browser would keep
 * a page that the test answered itself from calling this machine.
 */
final class AnotherShop implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Content> contents = new ConcurrentHashMap<>();

    private AnotherShop(HttpServer server) {
        this.server = server;
    }

    static AnotherShop open() {
        try {
            var shop =
                    new AnotherShop(
                            HttpServer.create(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            shop.server.createContext("/", shop::answer);
            shop.server.start();
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void page(String path, String html) {
        contents.put(
                path,
                new Content("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)));
    }

    void script(String path, Path file) {
        try {
            contents.put(
                    path, new Content("text/javascript; charset=utf-8", Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Content content = contents.get(exchange.getRequestURI().getPath());
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", content.type());
            exchange.sendResponseHeaders(200, content.bytes().length);
            exchange.getResponseBody().write(content.bytes());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Content(String type, byte[] bytes) {}
}
