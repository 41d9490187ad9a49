package io.tact.crash.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.crash.Installation;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A client from npm, in {@code verification/clients/node/stream.js}. */
final class NodeSender implements Sender {
    private static final Path FOLDER = Path.of("../clients");

    private final String prefix;
    private final Process process;
    private final BufferedWriter orders;
    private final ObjectMapper json = new ObjectMapper();
    private int begun;
    private volatile int acknowledged;
    private volatile String trouble = "";

    /** verification/install-programs installs them. */
    static boolean installed() {
        return Files.exists(FOLDER.resolve("node_modules/@segment/analytics-node"));
    }

    NodeSender(String client, Installation installation, String key, String user, String prefix) {
        this.prefix = prefix;
        try {
            process =
                    new ProcessBuilder(
                                    "node",
                                    "node/stream.js",
                                    client,
                                    installation.url(),
                                    key,
                                    user,
                                    prefix)
                            .directory(FOLDER.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        orders = process.outputWriter(UTF_8);
        Thread listener = new Thread(this::listen, prefix);
        listener.setDaemon(true);
        listener.start();
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public void send(int events) {
        begun += events;
        try {
            orders.write(events + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int begun() {
        return begun;
    }

    @Override
    public int acknowledged() {
        return acknowledged;
    }

    @Override
    public void demandNoTrouble() {
        if (!trouble.isEmpty() || !process.isAlive()) {
            throw new AssertionError(prefix + " " + trouble + " " + process);
        }
    }

    private void listen() {
        try (BufferedReader said = process.inputReader(UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                JsonNode report = json.readTree(line);
                if (!report.path("troubles").isEmpty()) {
                    trouble = report.get("troubles").toString();
                }
                acknowledged = report.path("sent").asInt();
            }
        } catch (IOException ended) {
            trouble = ended.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
