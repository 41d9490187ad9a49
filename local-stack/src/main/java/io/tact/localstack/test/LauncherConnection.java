package io.tact.localstack.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The test's end of the lease socket. The lease lasts as long as it is open; a dead JVM closes it
 * too.
 */
final class LauncherConnection implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;
    private final String secret;

    private LauncherConnection(Socket socket, String secret) throws IOException {
        this.socket = socket;
        this.secret = secret;
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static LauncherConnection open(int port, String secret) throws IOException {
        return new LauncherConnection(new Socket(InetAddress.getLoopbackAddress(), port), secret);
    }

    Map<String, String> lease(String module) {
        return ask("lease", secret, module);
    }

    synchronized Map<String, String> ask(String... words) {
        out.println(String.join("\t", words));
        try {
            return readAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException("The test launcher is gone", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> readAnswer() throws IOException {
        Map<String, String> answer = new LinkedHashMap<>();
        for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("ok")) {
                return answer;
            }
            if (line.startsWith("error ")) {
                throw new IllegalStateException(
                        "The test launcher says: " + line.substring("error ".length()));
            }
            int equals = line.indexOf('=');
            answer.put(line.substring(0, equals), line.substring(equals + 1));
        }
        throw new IOException("The connection ended before the answer did");
    }
}
