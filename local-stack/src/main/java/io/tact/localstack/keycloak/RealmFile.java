package io.tact.localstack.keycloak;

import io.tact.localstack.machine.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The realm to import, with this machine's secrets and addresses in place of {@code @names@}. */
public final class RealmFile {
    private static final String TEMPLATE = "/keycloak/tact-realm.json";

    private final String text;

    private RealmFile(String text) {
        this.text = text;
    }

    public static RealmFile with(Map<String, String> values) {
        String text = read();
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return new RealmFile(text);
    }

    public String text() {
        return text;
    }

    /** Keycloak leaves a realm alone that it has; so a changed realm file replaces its data. */
    void layInto(KeycloakSoftware keycloak) {
        Path file = keycloak.home().resolve("data/import/tact-realm.json");
        try {
            if (Files.exists(file) && Files.readString(file).equals(text)) {
                return;
            }
            keycloak.deleteData();
            Files.createDirectories(file.getParent());
            Folders.writePrivate(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read() {
        try (InputStream in = RealmFile.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + TEMPLATE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
