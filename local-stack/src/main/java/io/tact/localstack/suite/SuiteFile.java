package io.tact.localstack.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tact.localstack.machine.Folders;
import io.tact.localstack.parts.KafkaPart;
import io.tact.localstack.parts.KeycloakPart;
import io.tact.localstack.parts.PostgresPart;
import io.tact.localstack.postgres.PostgresAddress;
import io.tact.localstack.settings.Application;
import io.tact.localstack.settings.DemoUser;
import io.tact.localstack.settings.Door;
import io.tact.localstack.settings.Ports;
import io.tact.localstack.settings.Secret;
import io.tact.localstack.settings.Secrets;
import io.tact.localstack.settings.Settings;
import io.tact.localstack.settings.Source;
import io.tact.localstack.settings.SuiteFolder;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The description of the running suite for people and programs; {@code docs/suite.md} explains its
 * keys, which are a contract.
 */
public record SuiteFile(SuiteFolder folder, Settings settings) {
    private static final JsonMapper JSON = new JsonMapper();

    public void write(Map<String, Long> pids) {
        Map<String, Object> suite = new LinkedHashMap<>();
        suite.put("url", ports().url(Door.STOREFRONT));
        suite.put("folder", folder.path().toString());
        suite.put("pid", ProcessHandle.current().pid());
        suite.put("services", services(pids));
        suite.put("oidc", oidc(pids));
        suite.put("writeKeys", writeKeys());
        suite.put("postgres", postgres(pids));
        suite.put("kafka", kafka(pids));
        suite.put("secrets", secretFiles());
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(suite);
            Folders.writePrivate(folder.suiteFile(), text + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> services(Map<String, Long> pids) {
        Map<String, Object> services = new LinkedHashMap<>();
        for (Application application : Application.values()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("url", ports().url(application.door()));
            entry.put("managementUrl", ports().url(application.managementDoor()));
            entry.put("pid", pids.get(application.module()));
            entry.put("log", folder.log(application.module()).toString());
            if (application != Application.STOREFRONT) {
                entry.put("database", database(application));
            }
            services.put(application.module(), entry);
        }
        return services;
    }

    private Map<String, Object> database(Application service) {
        Map<String, Object> database = new LinkedHashMap<>();
        database.put("host", PostgresAddress.HOST);
        database.put("port", ports().of(Door.POSTGRES));
        database.put("name", service.database());
        database.put("user", service.database());
        database.put("password", secrets().value(Secret.ofDatabase(service)));
        return database;
    }

    private Map<String, Object> oidc(Map<String, Long> pids) {
        Map<String, Object> clients = new LinkedHashMap<>();
        clients.put("tact-storefront", Map.of("secret", secrets().value(Secret.STOREFRONT_CLIENT)));
        clients.put("tact-mobile", Map.of());
        clients.put("tact-demo", Map.of());
        clients.put("tact-importer", Map.of("secret", secrets().value(Secret.IMPORTER_CLIENT)));
        Map<String, Object> users = new LinkedHashMap<>();
        DemoUser.ALL.forEach(user -> users.put(user.name(), user.entry()));
        Map<String, Object> oidc = new LinkedHashMap<>();
        oidc.put("issuerUrl", settings.issuerUrl());
        oidc.put("tokenUrl", settings.issuerUrl() + "/protocol/openid-connect/token");
        oidc.put("audience", "tact");
        oidc.put("clients", clients);
        oidc.put("users", users);
        oidc.put(
                "administrator",
                Map.of(
                        "name",
                        "admin",
                        "password",
                        secrets().value(Secret.KEYCLOAK_ADMINISTRATOR)));
        oidc.put("pid", pids.get(KeycloakPart.NAME));
        return oidc;
    }

    private Map<String, Object> writeKeys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            keys.put(source.label(), source.registration(secrets()));
        }
        return keys;
    }

    private Map<String, Object> postgres(Map<String, Long> pids) {
        Map<String, Object> postgres = new LinkedHashMap<>();
        postgres.put("host", PostgresAddress.HOST);
        postgres.put("port", ports().of(Door.POSTGRES));
        postgres.put("superuser", "postgres");
        postgres.put("password", secrets().value(Secret.POSTGRES_SUPERUSER));
        postgres.put("pid", pids.get(PostgresPart.NAME));
        return postgres;
    }

    private Map<String, Object> kafka(Map<String, Long> pids) {
        Map<String, Object> kafka = new LinkedHashMap<>();
        kafka.put("bootstrapServers", settings.bootstrapServers());
        kafka.put("topicPrefix", "");
        kafka.put("pid", pids.get(KafkaPart.NAME));
        return kafka;
    }

    private Map<String, Object> secretFiles() {
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("visitorKeys", secrets().visitorKeys().toString());
        files.put("visitorPrivateKey", secrets().visitorPrivateKey().toString());
        files.put("visitorKeyId", secrets().visitorKeyId());
        files.put("ledgerMasterKey", secrets().ledgerMasterKey().toString());
        files.put("ledgerSigningKey", secrets().ledgerSigningKey().toString());
        files.put("receiptKeys", secrets().receiptKeys().toString());
        files.put("writeKeys", secrets().writeKeys().toString());
        if (Files.exists(secrets().issuerPrivateKey())) {
            files.put("issuerPrivateKey", secrets().issuerPrivateKey().toString());
        }
        files.put("installationSecret", secrets().value(Secret.INSTALLATION));
        return files;
    }

    private Ports ports() {
        return settings.ports();
    }

    private Secrets secrets() {
        return settings.secrets();
    }
}
