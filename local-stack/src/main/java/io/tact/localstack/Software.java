package io.tact.localstack;

import io.tact.localstack.machine.Checkout;
import io.tact.localstack.machine.Mirror;
import io.tact.localstack.settings.StartFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** This module's own classes and libraries, copied to where no build touches them. */
record Software(Path classes, Path libraries) {
    private static final String MAIN_CLASS = "io.tact.localstack.suite.SuiteRun";

    static Software copied(Checkout checkout, Path parent) {
        Path target = checkout.root().resolve("local-stack/target");
        Software software =
                new Software(
                        parent.resolve("local-stack/classes"), parent.resolve("local-stack/lib"));
        Mirror.of(target.resolve("classes"), software.classes);
        Mirror.of(target.resolve("lib"), software.libraries);
        return software;
    }

    /** Runs the suite in this JVM from the copied classes. */
    void run(List<String> arguments, Path root) {
        String classPath = classes + File.pathSeparator + libraries + File.separator + "*";
        try {
            URLClassLoader loader =
                    new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass(MAIN_CLASS)
                    .getMethod("run", List.class, Path.class, String.class)
                    .invoke(null, arguments, root, classPath);
        } catch (InvocationTargetException e) {
            throw new StartFailure(explanation(e.getCause()));
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The failure's class is from the other class loader: only its name can be compared. */
    private static String explanation(@Nullable Throwable failure) {
        if (failure != null && failure.getClass().getName().equals(StartFailure.class.getName())) {
            return String.valueOf(failure.getMessage());
        }
        return String.valueOf(failure);
    }

    private URL[] urls() throws IOException {
        List<URL> urls = new ArrayList<>(List.of(url(classes)));
        try (Stream<Path> jars = Files.list(libraries)) {
            jars.sorted().map(Software::url).forEach(urls::add);
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
