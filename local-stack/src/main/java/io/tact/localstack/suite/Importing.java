package io.tact.localstack.suite;

import io.tact.localstack.machine.JavaCommand;
import io.tact.localstack.parts.Steps;
import io.tact.localstack.settings.StartFailure;
import io.tact.localstack.settings.SuiteFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills an empty suite: with the demo world once, with a shop's own data whenever asked to. */
record Importing(String classPath, SuiteFolder folder, RunOptions options, Steps steps) {
    private static final String MAIN_CLASS = "io.tact.localstack.importing.Import";

    void run() {
        if (options.data() == null && Files.exists(folder.imported())) {
            return;
        }
        if (Importing.class.getResource("/" + MAIN_CLASS.replace('.', '/') + ".class") == null) {
            steps.say("  No import in this build: the shop stays empty.");
            return;
        }
        steps.run(
                options.data() == null ? "demo world" : "import of " + options.data(), this::spawn);
    }

    private String spawn() {
        JavaCommand command =
                JavaCommand.ofMainClass(
                        folder.mark("import"),
                        List.of("-Xmx1g"),
                        classPath,
                        MAIN_CLASS,
                        arguments());
        try {
            int code = new ProcessBuilder(command.words()).inheritIO().start().waitFor();
            if (code != 0) {
                throw new StartFailure("The import ended with exit code " + code + ".");
            }
            Files.writeString(folder.imported(), "done\n");
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The import was interrupted.");
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--suite", folder.suiteFile().toString()));
        add(arguments, "--data", options.data());
        add(arguments, "--kinds", options.kinds());
        return arguments;
    }

    private static void add(List<String> arguments, String option, @Nullable Path value) {
        if (value != null) {
            arguments.addAll(List.of(option, value.toString()));
        }
    }
}
