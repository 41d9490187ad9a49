package io.tact.localstack.machine;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** The folder that holds all modules, and the class path of this module inside it. */
public record Checkout(Path root) {
    public static Checkout find() {
        String stated = System.getProperty("tact.root");
        if (stated != null && isRoot(Path.of(stated))) {
            return new Checkout(Path.of(stated).toAbsolutePath().normalize());
        }
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (isRoot(folder)) {
                return new Checkout(folder);
            }
        }
        throw new IllegalStateException(
                "No folder with local-stack/pom.xml at or above "
                        + start
                        + "; set -Dtact.root to the checkout");
    }

    /**
     * These very classes, wherever they were loaded from, and the libraries that the build laid
     * beside them.
     */
    public String classPath() {
        Path libraries = root.resolve("local-stack/target/lib");
        if (!Files.isDirectory(libraries)) {
            throw new IllegalStateException(
                    "local-stack is not built: mvn -pl local-stack package -DskipTests in " + root);
        }
        return ownClasses() + File.pathSeparator + libraries + File.separator + "*";
    }

    private Path ownClasses() {
        CodeSource source = Checkout.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return root.resolve("local-stack/target/classes");
        }
        return Path.of(URI.create(source.getLocation().toString()));
    }

    private static boolean isRoot(Path folder) {
        return Files.isRegularFile(folder.resolve("local-stack/pom.xml"));
    }
}
