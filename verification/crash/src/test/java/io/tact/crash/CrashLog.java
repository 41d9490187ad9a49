package io.tact.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What was seen, line by line: on the console at once, and in a file that also a failed run leaves.
 */
public final class CrashLog {
    private final Path file;

    private CrashLog(Path file) {
        this.file = file;
    }

    public static CrashLog open(String workload, boolean kept) {
        Path folder = Path.of(kept ? "logs" : "target");
        String name = LocalDate.now(ZoneOffset.UTC) + "-" + workload + ".log";
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CrashLog(folder.resolve(name));
    }

    public void say(String line) {
        System.out.println(line);
        try {
            Files.writeString(
                    file,
                    line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
