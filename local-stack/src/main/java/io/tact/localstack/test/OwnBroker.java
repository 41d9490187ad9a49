package io.tact.localstack.test;

import io.tact.localstack.machine.Checkout;
import io.tact.localstack.machine.ChildProcess;
import io.tact.localstack.machine.Folders;
import io.tact.localstack.machine.FreePorts;
import io.tact.localstack.machine.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A broker of one test alone, which it may stop, kill and start again with the same data on the
 * same port. It never outlives the test's JVM.
 */
public final class OwnBroker implements AutoCloseable {
    private final Path folder;
    private final List<Integer> ports = FreePorts.draw(2);
    private @Nullable Process process;
    private @Nullable BufferedReader answers;

    private OwnBroker(Path folder) {
        this.folder = folder;
    }

    /** A broker that has not been started yet. */
    public static OwnBroker create() {
        try {
            return new OwnBroker(Files.createTempDirectory("tact-broker"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it takes requests: the first time after about two seconds. */
    public void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        JavaCommand command =
                JavaCommand.ofMainClass(
                        "test-broker:" + folder,
                        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        Checkout.find().classPath(),
                        "io.tact.localstack.broker.BrokerProcess",
                        List.of(
                                folder.resolve("data").toString(),
                                ports.get(0).toString(),
                                ports.get(1).toString(),
                                "--obey"));
        try {
            Process started =
                    new ProcessBuilder(command.words())
                            .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                            .start();
            process = started;
            answers =
                    new BufferedReader(
                            new InputStreamReader(
                                    started.getInputStream(), StandardCharsets.UTF_8));
            expect("ready");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In good order. */
    public void stop() {
        end(Process::destroy);
    }

    /** kill -9 */
    public void kill() {
        end(Process::destroyForcibly);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.get(0);
    }

    /** As {@link TestStack#createTopics}, on this broker. */
    public void createTopics(String prefix, Path topicsJson) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("Start the broker first");
        }
        var commands = new PrintWriter(running.getOutputStream(), true, StandardCharsets.UTF_8);
        commands.println("topics\t" + prefix + "\t4\t" + topicsJson.toAbsolutePath().normalize());
        try {
            expect("ok");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        Folders.delete(folder);
    }

    private void expect(String wanted) throws IOException {
        String line = answers == null ? null : answers.readLine();
        if (!wanted.equals(line)) {
            throw new IllegalStateException(
                    "The broker said "
                            + line
                            + " instead of "
                            + wanted
                            + "; its log ends with:\n"
                            + ChildProcess.lastLines(log(), 20));
        }
    }

    private void end(Consumer<Process> way) {
        if (process == null) {
            return;
        }
        way.accept(process);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path log() {
        return folder.resolve("broker.log");
    }
}
