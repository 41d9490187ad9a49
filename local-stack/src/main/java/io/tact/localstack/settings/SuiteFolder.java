package io.tact.localstack.settings;

import io.tact.localstack.machine.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where one suite keeps everything between its runs: {@code .tact}, unless another port base or
 * folder is asked for.
 */
public record SuiteFolder(Path path) {
    private static final List<String> DATA =
            List.of(
                    "postgres",
                    "kafka",
                    "secrets",
                    "logs",
                    "logs.before",
                    "pictures",
                    "storefront",
                    "imported",
                    "suite.json",
                    "ports.properties");

    public Path lock() {
        return path.resolve("lock");
    }

    public Path software() {
        return path.resolve("software");
    }

    /** The seal of a finished import: with it, the next start does not import again. */
    public Path imported() {
        return path.resolve("imported");
    }

    public Path suiteFile() {
        return path.resolve("suite.json");
    }

    /** Who runs here, for those who come second. */
    public Path owner() {
        return path.resolve("owner.properties");
    }

    /** The ports that were drawn, when they were. */
    public Path ports() {
        return path.resolve("ports.properties");
    }

    public Path processes() {
        return path.resolve("processes.properties");
    }

    public Path secrets() {
        return path.resolve("secrets");
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    public Path kafka() {
        return path.resolve("kafka");
    }

    /** Drawn by the import, shown by the storefront. */
    public Path pictures() {
        return path.resolve("pictures");
    }

    /** Orders that the storefront could not hand on yet. */
    public Path storefront() {
        return path.resolve("storefront");
    }

    public Path devEnvironment() {
        return path.resolve("dev.env");
    }

    /** The logs of the run before stay one run longer. */
    public void turnLogs() {
        Folders.delete(path.resolve("logs.before"));
        Folders.move(path.resolve("logs"), path.resolve("logs.before"));
    }

    public Path log(String name) {
        return path.resolve("logs").resolve(name.toLowerCase(Locale.ROOT) + ".log");
    }

    /** What the command line of a process of this suite holds. */
    public String mark(String name) {
        return name + ":" + path;
    }

    /** All but the unpacked software, which is the same again. */
    public void empty() {
        DATA.forEach(name -> Folders.delete(path.resolve(name)));
    }
}
