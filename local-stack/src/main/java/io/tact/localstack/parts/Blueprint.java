package io.tact.localstack.parts;

import io.tact.localstack.keycloak.KeycloakServer;
import io.tact.localstack.keycloak.KeycloakSoftware;
import io.tact.localstack.keycloak.RealmFile;
import io.tact.localstack.machine.Mirror;
import io.tact.localstack.postgres.Durability;
import io.tact.localstack.postgres.PostgresAddress;
import io.tact.localstack.postgres.PostgresBinaries;
import io.tact.localstack.postgres.PostgresServer;
import io.tact.localstack.settings.Application;
import io.tact.localstack.settings.Door;
import io.tact.localstack.settings.Ports;
import io.tact.localstack.settings.Secret;
import io.tact.localstack.settings.Secrets;
import io.tact.localstack.settings.Settings;
import io.tact.localstack.settings.StartFailure;
import io.tact.localstack.settings.SuiteFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How each part is made from the checkout, the folder, the ports and the secrets. */
public record Blueprint(
        Path root, SuiteFolder folder, Settings settings, String classPath, Probe probe) {

    public PostgresPart postgres() {
        PostgresAddress address =
                new PostgresAddress(
                        ports().of(Door.POSTGRES), secrets().value(Secret.POSTGRES_SUPERUSER));
        return new PostgresPart(
                new PostgresServer(
                        PostgresBinaries.unpackedIn(folder.software()),
                        folder.postgres(),
                        folder.log(PostgresPart.NAME),
                        address,
                        Durability.DURABLE));
    }

    public KafkaPart kafka() {
        return new KafkaPart(ports(), classPath, folder);
    }

    public KeycloakPart keycloak() {
        RealmFile realm =
                RealmFile.with(
                        Map.of(
                                "storefront-url", ports().url(Door.STOREFRONT),
                                "storefront-client-secret",
                                        secrets().value(Secret.STOREFRONT_CLIENT),
                                "importer-client-secret", secrets().value(Secret.IMPORTER_CLIENT)));
        KeycloakServer server =
                new KeycloakServer(
                        keycloakSoftware(),
                        ports().of(Door.KEYCLOAK),
                        secrets().value(Secret.KEYCLOAK_ADMINISTRATOR));
        return new KeycloakPart(server, realm, folder, probe);
    }

    public KeycloakSoftware keycloakSoftware() {
        return KeycloakSoftware.unpackedIn(
                folder.software(), root.resolve("local-stack/target/keycloak"));
    }

    public ApplicationPart application(Application application) {
        Path built = root.resolve(application.module()).resolve("target/quarkus-app");
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new StartFailure(
                    application.module() + " is not packaged: mvn -DskipTests package in " + root);
        }
        Path copy = folder.software().resolve(application.module());
        Mirror.of(built, copy);
        return new ApplicationPart(
                application,
                copy.resolve("quarkus-run.jar"),
                settings.of(application),
                folder,
                probe);
    }

    private Ports ports() {
        return settings.ports();
    }

    private Secrets secrets() {
        return settings.secrets();
    }
}
