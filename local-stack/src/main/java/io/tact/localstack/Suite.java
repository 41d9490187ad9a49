package io.tact.localstack;

import io.tact.localstack.machine.Checkout;
import io.tact.localstack.machine.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The packaged suite, as {@code ./run} starts it, in the hands of a test: it may kill a part and
 * start it again. Needs the JDK alone; the suite never outlives the test's JVM. Parts are named as
 * in suite.json's services, and {@code postgres}, {@code kafka}, {@code keycloak}.
 */
public final class Suite implements AutoCloseable {
    private final Path folder;
    private final Process process;
    private final BufferedReader said;
    private final PrintWriter orders;

    private Suite(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /**
     * On free ports, with its data in the given folder, emptied first if fresh. Returns when it is
     * ready.
     */
    public static Suite start(Path folder, boolean fresh) {
        return start(folder, 0, fresh, List.of());
    }

    /**
     * With a port base as TACT_PORT_BASE (0 for free ports), and options as {@code ./run} takes
     * them.
     */
    public static Suite start(Path folder, int portBase, boolean fresh, List<String> options) {
        Checkout checkout = Checkout.find();
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--controlled", "--folder", folder.toAbsolutePath().toString()));
        if (fresh) {
            arguments.add("--fresh");
        }
        JavaCommand command =
                JavaCommand.ofMainClass(
                        "suite",
                        List.of(
                                "-Xmx192m",
                                "-XX:TieredStopAtLevel=1",
                                "-Dtact.root=" + checkout.root()),
                        checkout.classPath(),
                        Run.class.getName(),
                        arguments);
        ProcessBuilder builder = new ProcessBuilder(command.words()).redirectErrorStream(true);
        builder.environment().put("TACT_PORT_BASE", Integer.toString(portBase));
        try {
            Suite suite = new Suite(folder.toAbsolutePath(), builder.start());
            suite.await("READY ");
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** suite.json: addresses, credentials, process ids. */
    public Path file() {
        return folder.resolve("suite.json");
    }

    /** kill -9 */
    public void kill(String part) {
        order("kill " + part);
    }

    /** In good order. */
    public void stop(String part) {
        order("stop " + part);
    }

    /** Starts a part again that was killed or stopped; returns when it is ready. */
    public void restart(String part) {
        order("start " + part);
    }

    /** As {@link #restart}, for a part that is not expected to become ready. */
    public void launch(String part) {
        order("launch " + part);
    }

    public void stopBroker() {
        stop("kafka");
    }

    public void startBroker() {
        restart("kafka");
    }

    @Override
    public void close() {
        orders.close();
        try {
            said.lines().forEach(System.out::println);
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void order(String order) {
        orders.println(order);
        await("DONE " + order);
    }

    private void await(String wanted) {
        try {
            for (@Nullable String line = said.readLine(); line != null; line = said.readLine()) {
                System.out.println(line);
                if (line.startsWith(wanted)) {
                    return;
                }
                if (line.startsWith("FAILED ")) {
                    throw new IllegalStateException(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(
                "The suite ended before it said " + wanted + "; its logs are in " + folder);
    }
}
