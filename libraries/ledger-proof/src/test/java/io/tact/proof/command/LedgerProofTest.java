package io.tact.proof.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tact.proof.evidence.EvidenceJson;
import io.tact.proof.evidence.SignedEntries;
import io.tact.proof.note.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class LedgerProofTest {
    private static final SignedEntries LEDGER = new SignedEntries(300);

    @TempDir Path folder;

    private final String key = LEDGER.key().verifierKey().toString();

    @Test
    void bundleIsToldInWords() throws IOException {
        String bundle = write("bundle.json", EvidenceJson.of(LEDGER.evidence(5L, 299L)).toString());

        Ended ended = run("verify", bundle, "--key", key);

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains(
                        "PROVED, of 2 entries",
                        "k".repeat(43) + " (their statement 6)",
                        "no to experience, yes to marketing",
                        "recorded at 2026-03-01T10:00:00Z by the ledger's clock, given at 2026-03-01T09:59:58Z",
                        "banner, version 7, in de",
                        "marketing granted since 2026-03-01T09:59:58Z",
                        "at index 5 of the ledger shop.example/consent of size 300",
                        "signed by " + key,
                        "NOT PROVED by this:\n- that nothing was said before, between or afterwards");
    }

    @Test
    void keyIsReadFromAFile() throws IOException {
        String bundle = write("bundle.json", EvidenceJson.of(LEDGER.evidence(5L)).toString());

        assertThat(run("verify", "--key", "@" + write("key", key + "\n"), bundle).code()).isZero();
    }

    @Test
    void whatIsNotProvedEndsWithOneAndItsReason() throws IOException {
        String bundle = EvidenceJson.of(LEDGER.evidence(5L)).toString();
        String damaged = write("damaged.json", bundle.replace("\"index\" : 5", "\"index\" : 6"));
        String other =
                SigningKey.generate(SignedEntries.ORIGIN, new SecureRandom())
                        .verifierKey()
                        .toString();

        Ended wrongIndex = run("verify", damaged, "--key", key);
        Ended wrongKey = run("verify", write("bundle.json", bundle), "--key", other);

        assertThat(wrongIndex.code()).isEqualTo(1);
        assertThat(wrongIndex.out()).startsWith("NOT PROVED: entry 6 is not proved");
        assertThat(wrongKey.code()).isEqualTo(1);
        assertThat(wrongKey.out()).startsWith("NOT PROVED: none of the trusted keys");
    }

    @Test
    void bundleIsMadeFromPublicTiles() throws IOException {
        String proof =
                write(
                        "proof.json",
                        EvidenceJson.of(LEDGER.evidence(0L, 5L, 299L))
                                .toString()
                                .replace("\"inclusion\"", "\"old\"")
                                .replaceFirst("\\{", "{\"purpose\":\"marketing\","));
        try (var ledger = new Published(LEDGER.files())) {
            Ended bundled = run("bundle", proof, "--ledger", ledger.url(), "--key", key);

            assertThat(bundled.code()).as(bundled.out()).isZero();
            assertThat(bundled.out()).contains("\"purpose\" : \"marketing\"");
            assertThat(run("verify", write("bundle.json", bundled.out()), "--key", key).code())
                    .isZero();
        }
    }

    @Test
    void lyingLedgerMakesNoBundle() throws IOException {
        String proof = write("proof.json", EvidenceJson.of(LEDGER.evidence(5L)).toString());
        Map<String, byte[]> damaged = LEDGER.files();
        damaged.computeIfPresent("tile/0/000", (path, hashes) -> new byte[hashes.length]);
        Map<String, byte[]> missing = LEDGER.files();
        missing.remove("tile/0/000");
        var shorter = new SignedEntries(3).files();

        try (var ledger = new Published(damaged)) {
            assertThat(run("bundle", proof, "--ledger", ledger.url(), "--key", key).out())
                    .startsWith("NOT PROVED: tile/0/000 hashes to");
        }
        try (var ledger = new Published(missing)) {
            assertThat(run("bundle", proof, "--ledger", ledger.url(), "--key", key).out())
                    .startsWith("NOT PROVED: tile/0/000 is missing");
        }
        try (var ledger = new Published(shorter)) {
            assertThat(run("bundle", proof, "--ledger", ledger.url(), "--key", key).out())
                    .startsWith("NOT PROVED: none of the trusted keys");
        }
        try (var ledger = new Published(Map.of())) {
            assertThat(run("bundle", proof, "--ledger", ledger.url(), "--key", key))
                    .returns(1, Ended::code)
                    .extracting(Ended::out)
                    .asString()
                    .contains("has no checkpoint yet");
        }
    }

    @Test
    void entryThatIsNotSignedYetMakesNoBundle() throws IOException {
        String proof =
                write(
                        "proof.json",
                        EvidenceJson.of(LEDGER.evidence(5L))
                                .toString()
                                .replace("\"index\" : 5", "\"index\" : 300"));
        try (var ledger = new Published(LEDGER.files())) {
            assertThat(run("bundle", proof, "--ledger", ledger.url(), "--key", key).out())
                    .startsWith("NOT PROVED: entry 300 is not under the checkpoint of 300");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "prove",
                "verify",
                "verify a.json",
                "verify a.json b.json --key KEY",
                "verify a.json --key",
                "verify a.json --key nonsense",
                "verify a.json --key KEY --key KEY",
                "verify a.json --key KEY --since x",
                "verify --db jdbc:postgresql://localhost/x --key KEY",
                "bundle a.json --key KEY",
            })
    void wrongUsageEndsWithTwoAndSaysWhatIsRight(String line) {
        Ended ended = run(line.isEmpty() ? new String[0] : line.replace("KEY", key).split(" "));

        assertThat(ended.code()).as(ended.out()).isEqualTo(2);
        assertThat(ended.out()).contains("ledger-proof verify <bundle.json> --key <key>");
    }

    @Test
    void fileThatCannotBeReadEndsWithOne() {
        assertThat(run("verify", "nowhere.json", "--key", key))
                .isEqualTo(new Ended(1, "COULD NOT BE CHECKED: cannot read nowhere.json\n"));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private record Ended(int code, String out) {}

    private static Ended run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, UTF_8);
        int code = LedgerProof.run(List.of(arguments), out, out);
        return new Ended(code, bytes.toString(UTF_8));
    }

    /** Files over HTTP. */
    private static final class Published implements AutoCloseable {
        private final HttpServer server;

        Published(Map<String, byte[]> files) throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        byte[] file = files.get(exchange.getRequestURI().getPath().substring(1));
                        exchange.sendResponseHeaders(
                                file == null ? 404 : 200, file == null ? -1 : file.length);
                        if (file != null) {
                            exchange.getResponseBody().write(file);
                        }
                        exchange.close();
                    });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
