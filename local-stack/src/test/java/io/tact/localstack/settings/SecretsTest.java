package io.tact.localstack.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private final Path folder;

    SecretsTest(@TempDir Path parent) {
        folder = parent.resolve("secrets");
    }

    @Test
    void theyAreDrawnOnceAndKept() {
        Secrets first = Secrets.in(folder);

        Secrets second = Secrets.in(folder);

        for (Secret secret : Secret.values()) {
            assertThat(second.value(secret)).isEqualTo(first.value(secret)).hasSize(48);
        }
        assertThat(second.visitorKeyId()).isEqualTo(first.visitorKeyId());
        assertThat(Arrays.stream(Secret.values()).map(first::value)).doesNotHaveDuplicates();
    }

    @Test
    void everyFileIsReadableByItsOwnerAlone() throws Exception {
        Secrets.in(folder);

        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo("rw-------"));
        }
    }
}
