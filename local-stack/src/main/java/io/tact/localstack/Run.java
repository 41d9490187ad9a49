package io.tact.localstack;

import io.tact.localstack.machine.Checkout;
import io.tact.localstack.machine.FolderLock;
import io.tact.localstack.machine.Folders;
import io.tact.localstack.settings.StartFailure;
import io.tact.localstack.settings.SuiteFolder;
import io.tact.localstack.suite.AlreadyRunning;
import io.tact.localstack.suite.RunOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Main class of {@code ./run}. It takes the folder for itself and goes on from a copy of the
 * software there, so that a build in the checkout does not pull the rug from under a running suite.
 */
public final class Run {
    /** Reachable as long as the JVM lives, and so held as long. */
    private static @Nullable FolderLock lock;

    private Run() {}

    public static void main(String[] arguments) {
        try {
            run(List.of(arguments));
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> arguments) {
        RunOptions options = RunOptions.parse(arguments, System.getenv("TACT_PORT_BASE"));
        Checkout checkout = Checkout.find();
        SuiteFolder folder = options.suiteFolder(checkout.root());
        take(folder);
        Software software = Software.copied(checkout, folder.software());
        software.run(arguments, checkout.root());
    }

    private static void take(SuiteFolder folder) {
        try {
            Folders.createPrivate(folder.path());
            Optional<FolderLock> taken = FolderLock.tryTake(folder.lock());
            lock = taken.orElseThrow(() -> AlreadyRunning.in(folder));
        } catch (UncheckedIOException e) {
            throw new StartFailure(
                    "Cannot use the folder " + folder.path() + ": " + reason(e.getCause()));
        }
    }

    private static String reason(@Nullable IOException e) {
        return e instanceof AccessDeniedException
                ? "it belongs to another user."
                : String.valueOf(e);
    }
}
