package io.tact.localstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.localstack.keycloak.RealmFile;
import io.tact.localstack.settings.DemoUser;
import io.tact.localstack.settings.Ports;
import io.tact.localstack.settings.Secrets;
import io.tact.localstack.settings.Settings;
import io.tact.localstack.settings.SuiteFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SuiteFolder folder;
    private final Secrets secrets;

    SuiteFileTest(@TempDir Path path) {
        folder = new SuiteFolder(path);
        secrets = Secrets.in(folder.secrets());
    }

    @Test
    void itsKeysAreThoseOfTheExampleInDocs() throws Exception {
        new SuiteFile(folder, new Settings(folder, Ports.from(8080), secrets)).write(Map.of());

        JsonNode written = JSON.readTree(folder.suiteFile().toFile());
        JsonNode example = JSON.readTree(Path.of("../docs/suite.example.json").toFile());
        assertThat(paths("", written)).isEqualTo(paths("", example));
    }

    @Test
    void itIsReadableByItsOwnerAlone() throws Exception {
        new SuiteFile(folder, new Settings(folder, Ports.from(8080), secrets)).write(Map.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.suiteFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void demoUsersAreThoseOfTheRealm() throws Exception {
        JsonNode realm =
                JSON.readTree(
                        RealmFile.with(Map.of("storefront-url", "http://localhost:8080")).text());

        for (DemoUser user : DemoUser.ALL) {
            JsonNode entry = named(realm.get("users"), user.name());
            assertThat(entry.get("id").asText()).isEqualTo(user.entry().get("subject"));
            assertThat(entry.at("/credentials/0/value").asText())
                    .isEqualTo(user.entry().get("password"));
            assertThat(entry.get("realmRoles"))
                    .extracting(JsonNode::asText)
                    .containsAll(user.roles());
        }
    }

    private static JsonNode named(JsonNode users, String name) {
        for (JsonNode user : users) {
            if (user.get("username").asText().equals(name)) {
                return user;
            }
        }
        throw new AssertionError("The realm has no user " + name);
    }

    private static TreeSet<String> paths(String at, JsonNode node) {
        TreeSet<String> paths = new TreeSet<>();
        paths.add(at);
        node.properties()
                .forEach(entry -> paths.addAll(paths(at + "/" + entry.getKey(), entry.getValue())));
        return paths;
    }
}
