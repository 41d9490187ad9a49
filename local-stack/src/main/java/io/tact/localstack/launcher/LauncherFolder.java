package io.tact.localstack.launcher;

import io.tact.localstack.machine.Checkout;
import io.tact.localstack.machine.Folders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where the launcher of one checkout and one user lives: outside the build folders, so that a clean
 * build leaves it alone.
 */
public record LauncherFolder(Path path) {
    /** Changes when an old launcher and a new test could not understand each other. */
    private static final String PROTOCOL = "1";

    public static LauncherFolder of(Checkout checkout) {
        String stated = System.getProperty("tact.test.folder");
        Path path =
                stated == null
                        ? Path.of(System.getProperty("java.io.tmpdir"), name(checkout))
                        : Path.of(stated);
        return new LauncherFolder(Folders.createPrivate(path.toAbsolutePath()));
    }

    public Path lock() {
        return path.resolve("lock");
    }

    public Path state() {
        return path.resolve("launcher.properties");
    }

    public Path log() {
        return path.resolve("launcher.log");
    }

    /** Data of the launcher with this process id; gone when the launcher is. */
    public Path run(long pid) {
        return path.resolve("run-" + pid);
    }

    /** What the command line of this folder's launcher holds. */
    public String mark() {
        return "test-launcher:" + path;
    }

    private static String name(Checkout checkout) {
        byte[] root = checkout.root().toString().getBytes(StandardCharsets.UTF_8);
        String key = UUID.nameUUIDFromBytes(root).toString().substring(0, 8);
        return "tact-test-" + System.getProperty("user.name") + "-" + key + "-" + PROTOCOL;
    }
}
