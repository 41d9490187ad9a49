package io.tact.localstack.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Remembers in which second the demo world ends: an event that is sent again is known again by its
 * id and its day, so a repetition must tell of the same days.
 */
final class SeededWorld {
    private SeededWorld() {}

    /** What was remembered for this seed, or else now. */
    static Instant end(Path folder, long seed, Instant now) throws IOException {
        Path file = folder.resolve("demo-world-%d".formatted(seed));
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (NoSuchFileException first) {
            Instant end = now.truncatedTo(ChronoUnit.SECONDS);
            Files.writeString(file, end + "\n");
            return end;
        }
    }
}
