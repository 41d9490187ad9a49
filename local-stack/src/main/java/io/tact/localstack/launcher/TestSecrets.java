package io.tact.localstack.launcher;

import io.tact.localstack.keys.JsonText;
import io.tact.localstack.keys.RandomKey;
import io.tact.localstack.keys.RsaKey;
import io.tact.localstack.keys.SigningKey;
import io.tact.localstack.machine.Folders;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The secrets of the shared test stack, by the names of the environment variables that a service
 * reads.
 */
record TestSecrets(RsaKey issuer, RsaKey visitor, Path folder) {
    private static final List<Map<String, String>> SOURCES =
            List.of(
                    source("test-browser-write-key", "storefront-browser", "browser", "consent"),
                    source("test-server-write-key", "storefront-server", "server", "contract"));

    /** In tests all of them sign with one key. */
    private static final List<String> SERVICES =
            List.of(
                    "consent-service",
                    "frequency-service",
                    "profile-service",
                    "recommendation-service");

    static TestSecrets writeTo(Path folder) {
        TestSecrets secrets = new TestSecrets(RsaKey.generate(), RsaKey.generate(), folder);
        Folders.createPrivate(folder);
        Folders.writePrivate(secrets.issuerKeyFile(), secrets.issuer.toPem());
        Folders.writePrivate(secrets.file("visitor-private-key.pem"), secrets.visitor.toPem());
        Folders.writePrivate(
                secrets.file("visitor-keys.json"), RsaKey.keySet(List.of(secrets.visitor)));
        Folders.writePrivate(secrets.file("write-keys.json"), JsonText.of(SOURCES));
        Folders.writePrivate(secrets.file("ledger-master-key"), RandomKey.draw());
        Folders.writePrivate(secrets.file("ledger-signing-key"), RandomKey.draw());
        SigningKey receipts = SigningKey.generate("test");
        Folders.writePrivate(secrets.file("receipt-key.pem"), receipts.toPem());
        Folders.writePrivate(
                secrets.file("receipt-keys.json"),
                SigningKey.keySet(SERVICES.stream().map(receipts::as).toList()));
        return secrets;
    }

    Path issuerKeyFile() {
        return file("issuer-private-key.pem");
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("TACT_INSTALLATION_SECRET", "test-installation-secret-of-enough-bytes");
        environment.put("TACT_VISITOR_KEYS", file("visitor-keys.json").toString());
        environment.put("TACT_VISITOR_PRIVATE_KEY", file("visitor-private-key.pem").toString());
        environment.put("TACT_VISITOR_KEY_ID", visitor.id());
        environment.put("TACT_RECEIPT_SIGNING_KEY", file("receipt-key.pem").toString());
        environment.put("TACT_RECEIPT_KEYS", file("receipt-keys.json").toString());
        environment.put("TACT_LEDGER_ORIGIN", "test.example/consent");
        environment.put("TACT_LEDGER_MASTER_KEY", file("ledger-master-key").toString());
        environment.put("TACT_LEDGER_SIGNING_KEY", file("ledger-signing-key").toString());
        environment.put("TACT_CONTROLLER_NAME", "Test Shop Ltd");
        environment.put("TACT_CONTROLLER_ADDRESS", "1 Test Street, Dublin");
        environment.put("TACT_CONTROLLER_CONTACT", "privacy@test.example");
        environment.put("TACT_CONTROLLER_JURISDICTION", "IE");
        environment.put("TACT_CONTROLLER_STORAGE_LOCATIONS", "IE,DE");
        environment.put("TACT_CONTROLLER_RECIPIENTS", "Parcel Ltd");
        environment.put("TACT_WRITE_KEYS", file("write-keys.json").toString());
        environment.put("TACT_WRITE_KEY_BROWSER", "test-browser-write-key");
        environment.put("TACT_WRITE_KEY_SERVER", "test-server-write-key");
        environment.put("TACT_STOREFRONT_CLIENT_SECRET", "test-storefront-client-secret");
        environment.put(
                "TACT_STOREFRONT_COOKIE_SECRET", "test-storefront-cookie-secret-of-enough-bytes");
        return environment;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static Map<String, String> source(
            String key, String source, String kind, String ground) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("writeKey", key);
        entry.put("source", source);
        entry.put("kind", kind);
        entry.put("ground", ground);
        return entry;
    }
}
