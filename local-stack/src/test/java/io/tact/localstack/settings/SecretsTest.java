package io.tact.localstack.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private final Path folder;

    SecretsTest(@TempDir Path parent) {
        folder = parent.resolve("secrets");
    }

    @Test
    void theyAreDrawnOnceAndKept() throws Exception {
        Secrets first = Secrets.in(folder);

        Secrets second = Secrets.in(folder);

        for (Secret secret : Secret.values()) {
            assertThat(second.value(secret))
                    .isEqualTo(first.value(secret))
                    .matches(secret.isWriteKey() ? "c[0-9a-f]{24}" : "[0-9a-f]{48}");
        }
        assertThat(second.visitorKeyId()).isEqualTo(first.visitorKeyId());
        for (Path key : new Path[] {first.ledgerMasterKey(), first.ledgerSigningKey()}) {
            byte[] before = Files.readAllBytes(key);
            assertThat(Base64.getDecoder().decode(before)).hasSize(32);
            Secrets.in(folder);
            assertThat(key).hasBinaryContent(before);
        }
        assertThat(Arrays.stream(Secret.values()).map(first::value)).doesNotHaveDuplicates();
    }

    @Test
    void everyFileIsReadableByItsOwnerAlone() throws Exception {
        Secrets.in(folder).issuerKey();

        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(8 + Application.services().size())
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo("rw-------"));
        }
    }
}
