package io.tact.localstack.settings;

import io.tact.localstack.keys.JsonText;
import io.tact.localstack.postgres.PostgresAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of each application: the names are the same in the charts. */
public record Settings(SuiteFolder folder, Ports ports, Secrets secrets) {
    private static final String HOST = "127.0.0.1";

    private static final List<String> PURPOSES =
            List.of("functionality", "measurement", "experience", "marketing");

    /** What {@code --data} imports may be older than what a shop may keep. */
    private static final String AS_OLD_AS_ANY_HISTORY = "P100Y";

    /** For what each of the demo's clients may read a profile. */
    private static final String READING_CLIENTS =
            JsonText.of(
                    new TreeMap<>(
                            Map.of(
                                    "visitor",
                                    PURPOSES,
                                    "tact-storefront",
                                    PURPOSES,
                                    "tact-demo",
                                    PURPOSES,
                                    "tact-mobile",
                                    List.of("functionality", "experience"))));

    public Map<String, String> of(Application application) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("TACT_HTTP_HOST", HOST);
        settings.put("TACT_HTTP_PORT", port(application.door()));
        settings.put("TACT_MANAGEMENT_PORT", port(application.managementDoor()));
        settings.put("TACT_OIDC_ISSUER_URL", issuerUrl());
        settings.put("TACT_OIDC_AUDIENCE", "tact");
        if (application == Application.STOREFRONT) {
            addStorefront(settings);
        } else {
            addService(settings, application);
        }
        if (application == Application.CONSENT) {
            settings.put("TACT_VISITOR_PRIVATE_KEY", secrets.visitorPrivateKey().toString());
            settings.put("TACT_VISITOR_KEY_ID", secrets.visitorKeyId());
            settings.put("TACT_LEDGER_ORIGIN", "localhost/tact");
            settings.put("TACT_LEDGER_MASTER_KEY", secrets.ledgerMasterKey().toString());
            settings.put("TACT_LEDGER_SIGNING_KEY", secrets.ledgerSigningKey().toString());
            addController(settings);
        }
        if (application == Application.PROFILE) {
            settings.put("TACT_WRITE_KEYS", secrets.writeKeys().toString());
            settings.put("TACT_READING_CLIENTS", READING_CLIENTS);
            settings.put("TACT_RETENTION_CONTRACT", AS_OLD_AS_ANY_HISTORY);
            settings.put("TACT_RECEIPT_KEYS", secrets.receiptKeys().toString());
        }
        return settings;
    }

    public String issuerUrl() {
        return ports.url(Door.KEYCLOAK) + "/realms/tact";
    }

    public String bootstrapServers() {
        return HOST + ":" + ports.of(Door.KAFKA);
    }

    private void addService(Map<String, String> settings, Application service) {
        settings.put("TACT_DATABASE_HOST", PostgresAddress.HOST);
        settings.put("TACT_DATABASE_PORT", port(Door.POSTGRES));
        settings.put("TACT_DATABASE_NAME", service.database());
        settings.put("TACT_DATABASE_USER", service.database());
        settings.put("TACT_DATABASE_PASSWORD", secrets.value(Secret.ofDatabase(service)));
        settings.put("TACT_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        settings.put("TACT_INSTALLATION_SECRET", secrets.value(Secret.INSTALLATION));
        settings.put("TACT_VISITOR_KEYS", secrets.visitorKeys().toString());
        settings.put("TACT_RECEIPT_SIGNING_KEY", secrets.receiptKey(service).toString());
    }

    /** Whom receipts name: the demo shop. */
    private static void addController(Map<String, String> settings) {
        settings.put("TACT_CONTROLLER_NAME", "Demo Shop GmbH");
        settings.put("TACT_CONTROLLER_ADDRESS", "Musterweg 1, 10115 Berlin");
        settings.put("TACT_CONTROLLER_CONTACT", "privacy@shop.example");
        settings.put("TACT_CONTROLLER_JURISDICTION", "DE");
        settings.put("TACT_CONTROLLER_STORAGE_LOCATIONS", "DE");
    }

    private void addStorefront(Map<String, String> settings) {
        settings.put("TACT_CONSENT_URL", ports.url(Door.CONSENT));
        settings.put("TACT_PROFILE_URL", ports.url(Door.PROFILE));
        settings.put("TACT_RECOMMENDATION_URL", ports.url(Door.RECOMMENDATION));
        settings.put("TACT_FREQUENCY_URL", ports.url(Door.FREQUENCY));
        settings.put("TACT_STOREFRONT_ORIGIN", ports.url(Door.STOREFRONT));
        settings.put("TACT_STOREFRONT_DATA", folder.storefront().toString());
        settings.put("TACT_PICTURES", folder.pictures().toString());
        settings.put("TACT_STOREFRONT_CLIENT_SECRET", secrets.value(Secret.STOREFRONT_CLIENT));
        settings.put("TACT_STOREFRONT_COOKIE_SECRET", secrets.value(Secret.STOREFRONT_COOKIE));
        settings.put("TACT_WRITE_KEY_BROWSER", secrets.value(Secret.WRITE_KEY_BROWSER));
        settings.put("TACT_WRITE_KEY_SERVER", secrets.value(Secret.WRITE_KEY_SERVER));
    }

    private String port(Door door) {
        return Integer.toString(ports.of(door));
    }
}
