package io.tact.localstack.test;

import io.tact.localstack.machine.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A JVM with a lease from the launcher of a folder of its own, as another module's tests would be.
 */
final class HolderProcess implements AutoCloseable {
    private final Process process;

    private HolderProcess(Process process) {
        this.process = process;
    }

    static HolderProcess start(Path folder) throws IOException {
        JavaCommand command =
                JavaCommand.ofMainClass(
                        "lease-holder",
                        List.of(
                                "-Dtact.test.folder=" + folder,
                                "-Dtact.test.idle=PT0.5S",
                                "-Dtact.root=" + System.getProperty("tact.root", "")),
                        System.getProperty("java.class.path"),
                        LeaseHolder.class.getName(),
                        List.of());
        return new HolderProcess(
                new ProcessBuilder(command.words())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** Waits for the lease, and tells where broker and database are. */
    Servers servers() throws IOException {
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String[] words = String.valueOf(out.readLine()).split(" ");
        return new Servers(words[0], Integer.parseInt(words[1]));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        process.waitFor();
    }

    record Servers(String broker, int databasePort) {}
}
