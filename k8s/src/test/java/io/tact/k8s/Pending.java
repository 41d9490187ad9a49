package io.tact.k8s;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A rule about a service can only be held once the service says its part. */
final class Pending {
    private Pending() {}

    static void skipUnlessWritten(Path file) {
        if (!Files.exists(file)) {
            String line = "skipped: there is no " + Path.of("..").relativize(file) + " yet";
            System.out.println(line);
            Assumptions.abort(line);
        }
    }
}
