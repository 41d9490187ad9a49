package io.tact.localstack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorTest {
    private final Path from;
    private final Path to;

    MirrorTest(@TempDir Path folder) {
        from = folder.resolve("from");
        to = folder.resolve("to");
    }

    @Test
    void changesAndDeletionsAreFollowed() throws Exception {
        Files.createDirectories(from.resolve("lib"));
        Files.writeString(from.resolve("lib/old.jar"), "old");
        Files.writeString(from.resolve("changed.jar"), "one");
        Mirror.of(from, to);
        Files.delete(from.resolve("lib/old.jar"));
        Files.writeString(from.resolve("changed.jar"), "two!");
        Files.writeString(from.resolve("new.jar"), "new");

        Mirror.of(from, to);

        assertThat(to.resolve("lib/old.jar")).doesNotExist();
        assertThat(to.resolve("changed.jar")).hasContent("two!");
        assertThat(to.resolve("new.jar")).hasContent("new");
    }

    @Test
    void whatIsUnchangedIsNotCopiedAgain() throws Exception {
        Files.createDirectories(from);
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.writeString(from.resolve("a.jar"), "original");
        Files.setLastModifiedTime(from.resolve("a.jar"), time);
        Mirror.of(from, to);
        Files.writeString(to.resolve("a.jar"), "the copy");
        Files.setLastModifiedTime(to.resolve("a.jar"), time);

        Mirror.of(from, to);

        assertThat(to.resolve("a.jar")).hasContent("the copy");
    }
}
