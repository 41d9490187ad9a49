package io.tact.localstack.suite;

import io.tact.localstack.settings.Application;
import io.tact.localstack.settings.StartFailure;
import io.tact.localstack.settings.SuiteFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./run} was asked for. Controlled means: by a program at standard input, and no longer
 * than that lasts. Only means: this service with its stores, and an issuer that signs nothing
 * itself in Keycloak's place, for tests that need no more.
 */
public record RunOptions(
        boolean fresh,
        boolean infrastructure,
        boolean controlled,
        int portBase,
        @Nullable Path folder,
        @Nullable Path data,
        @Nullable Path kinds,
        @Nullable Application only) {
    private static final int USUAL_BASE = 8080;

    public static RunOptions parse(List<String> arguments, @Nullable String portBase) {
        RunOptions options =
                new RunOptions(false, false, false, base(portBase), null, null, null, null);
        Deque<String> words = new ArrayDeque<>(arguments);
        while (!words.isEmpty()) {
            options = options.with(words.pop(), words);
        }
        if (options.kinds != null && options.data == null) {
            throw new StartFailure("--kinds goes with --data FILE.");
        }
        return options;
    }

    /** Ports of another base get another folder, so that two suites can run side by side. */
    public SuiteFolder suiteFolder(Path root) {
        if (folder != null) {
            return new SuiteFolder(folder.toAbsolutePath().normalize());
        }
        return new SuiteFolder(
                root.resolve(portBase == USUAL_BASE ? ".tact" : ".tact-" + portBase));
    }

    private RunOptions with(String option, Deque<String> rest) {
        return switch (option) {
            case "--fresh" ->
                    new RunOptions(
                            true, infrastructure, controlled, portBase, folder, data, kinds, only);
            case "--infrastructure" ->
                    new RunOptions(fresh, true, controlled, portBase, folder, data, kinds, only);
            case "--controlled" ->
                    new RunOptions(
                            fresh, infrastructure, true, portBase, folder, data, kinds, only);
            case "--folder" ->
                    new RunOptions(
                            fresh,
                            infrastructure,
                            controlled,
                            portBase,
                            path(option, rest),
                            data,
                            kinds,
                            only);
            case "--data" ->
                    new RunOptions(
                            fresh,
                            infrastructure,
                            controlled,
                            portBase,
                            folder,
                            file(option, rest),
                            kinds,
                            only);
            case "--kinds" ->
                    new RunOptions(
                            fresh,
                            infrastructure,
                            controlled,
                            portBase,
                            folder,
                            data,
                            file(option, rest),
                            only);
            case "--only" ->
                    new RunOptions(
                            fresh,
                            infrastructure,
                            controlled,
                            portBase,
                            folder,
                            data,
                            kinds,
                            service(option, rest));
            default ->
                    throw new StartFailure(
                            "Unknown option " + option + "; ./run --help tells what there is.");
        };
    }

    private static Application service(String option, Deque<String> rest) {
        String name = rest.isEmpty() ? "" : rest.pop();
        return Application.services().stream()
                .filter(service -> service.module().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new StartFailure(
                                        option + " needs a service after it, not '" + name + "'."));
    }

    private static Path path(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new StartFailure(option + " needs a path after it.");
        }
        return Path.of(rest.pop());
    }

    private static Path file(String option, Deque<String> rest) {
        Path file = path(option, rest);
        if (!Files.isReadable(file)) {
            throw new StartFailure("Cannot read " + file + ", given with " + option + ".");
        }
        return file.toAbsolutePath();
    }

    private static int base(@Nullable String text) {
        try {
            int base = text == null || text.isBlank() ? USUAL_BASE : Integer.parseInt(text.strip());
            if (base == 0 || (base >= 1024 && base <= 65_000)) {
                return base;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartFailure(
                "TACT_PORT_BASE must be between 1024 and 65000, and not " + text + ".");
    }
}
