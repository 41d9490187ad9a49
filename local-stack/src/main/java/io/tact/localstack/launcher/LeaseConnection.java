package io.tact.localstack.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One test JVM at the other end of a socket. It asks in lines of words separated by tabs; the
 * answer is {@code key=value} lines and then {@code ok}, or {@code error} and what went wrong. The
 * lease ends with the connection.
 */
final class LeaseConnection {
    private static final Logger LOG = Logger.getLogger(LeaseConnection.class.getName());

    private final SharedStack stack;
    private final String secret;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Lease lease;

    LeaseConnection(SharedStack stack, String secret) {
        this.stack = stack;
        this.secret = secret;
    }

    void serve(Socket socket) {
        try (socket;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
                answer(line.split("\t", -1), out);
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "A test JVM left without a word", e);
        } finally {
            endLease();
        }
    }

    private void answer(String[] words, PrintWriter out) {
        try {
            act(words).forEach((key, value) -> out.print(key + "=" + value + "\n"));
            out.println("ok");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Refused: " + words[0], e);
            out.println("error " + String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    private Map<String, String> act(String[] words) {
        if (words[0].equals("lease") && words.length == 3 && words[1].equals(secret)) {
            lease = Lease.open(stack, words[2], random);
            Map<String, String> answer = lease.environment();
            answer.put("issuer.key", stack.secrets().issuerKeyFile().toString());
            return answer;
        }
        if (words[0].equals("topics") && words.length == 2 && lease != null) {
            lease.createTopics(Path.of(words[1]));
            return Map.of();
        }
        throw new IllegalArgumentException("Not understood: " + words[0]);
    }

    private void endLease() {
        if (lease == null) {
            return;
        }
        try {
            lease.close();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Could not clean up after " + lease.name(), e);
        }
    }
}
