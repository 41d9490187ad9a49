package io.tact.localstack.settings;

import io.tact.localstack.keys.JsonText;
import io.tact.localstack.keys.RandomKey;
import io.tact.localstack.keys.RsaKey;
import io.tact.localstack.keys.SigningKey;
import io.tact.localstack.machine.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** Drawn at the first start and kept; every file can be read by its owner alone. */
public final class Secrets {
    private static final int BYTES = 24;
    private static final int WRITE_KEY_BYTES = 12;

    private final Path folder;
    private final Properties values;

    private Secrets(Path folder, Properties values) {
        this.folder = folder;
        this.values = values;
    }

    public static Secrets in(Path folder) {
        Folders.createPrivate(folder);
        Secrets secrets = new Secrets(folder, read(folder.resolve("secrets.properties")));
        for (Secret secret : Secret.values()) {
            secrets.values.computeIfAbsent(secret.key(), key -> draw(secret));
        }
        StringBuilder text = new StringBuilder();
        secrets.values.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        Folders.writePrivate(folder.resolve("secrets.properties"), text.toString());
        secrets.writeFiles();
        return secrets;
    }

    public String value(Secret secret) {
        return values.getProperty(secret.key());
    }

    public Path visitorKeys() {
        return folder.resolve("visitor-keys.json");
    }

    public Path visitorPrivateKey() {
        return folder.resolve("visitor-private-key.pem");
    }

    public String visitorKeyId() {
        return RsaKey.read(visitorPrivateKey()).id();
    }

    /** 32 random bytes in base64; under it stand the keys of persons. */
    public Path ledgerMasterKey() {
        return folder.resolve("ledger-master-key");
    }

    /** 32 random bytes in base64: the seed of the key that signs checkpoints. */
    public Path ledgerSigningKey() {
        return folder.resolve("ledger-signing-key");
    }

    /** With this a service signs what it says it has erased. */
    public Path receiptKey(Application service) {
        return folder.resolve("receipt-" + service.module() + ".pem");
    }

    /** The public halves of them all. */
    public Path receiptKeys() {
        return folder.resolve("receipt-keys.json");
    }

    /** Drawn when it is first asked for: only where no Keycloak has a key of its own. */
    public RsaKey issuerKey() {
        if (!Files.exists(issuerPrivateKey())) {
            Folders.writePrivate(issuerPrivateKey(), RsaKey.generate().toPem());
        }
        return RsaKey.read(issuerPrivateKey());
    }

    public Path issuerPrivateKey() {
        return folder.resolve("issuer-private-key.pem");
    }

    public Path writeKeys() {
        return folder.resolve("write-keys.json");
    }

    private void writeFiles() {
        if (!Files.exists(visitorPrivateKey()) || !Files.exists(visitorKeys())) {
            RsaKey key = RsaKey.generate();
            Folders.writePrivate(visitorKeys(), RsaKey.keySet(List.of(key)));
            Folders.writePrivate(visitorPrivateKey(), key.toPem());
        }
        for (Path key : List.of(ledgerMasterKey(), ledgerSigningKey())) {
            if (!Files.exists(key)) {
                Folders.writePrivate(key, RandomKey.draw());
            }
        }
        if (!Files.exists(receiptKeys())) {
            drawReceiptKeys();
        }
        Folders.writePrivate(
                writeKeys(),
                JsonText.of(
                        Arrays.stream(Source.values())
                                .map(source -> source.registration(this))
                                .toList()));
    }

    private void drawReceiptKeys() {
        List<SigningKey> keys =
                Application.services().stream()
                        .map(
                                service -> {
                                    SigningKey key = SigningKey.generate(service.module());
                                    Folders.writePrivate(receiptKey(service), key.toPem());
                                    return key;
                                })
                        .toList();
        Folders.writePrivate(receiptKeys(), SigningKey.keySet(keys));
    }

    private static Properties read(Path file) {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return values;
    }

    private static String draw(Secret secret) {
        byte[] bytes = new byte[secret.isWriteKey() ? WRITE_KEY_BYTES : BYTES];
        new SecureRandom().nextBytes(bytes);
        String drawn = HexFormat.of().formatHex(bytes);
        return secret.isWriteKey() ? "c" + drawn : drawn;
    }
}
