package io.tact.localstack.suite;

import io.tact.localstack.machine.QuietLogging;
import io.tact.localstack.parts.Steps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run of the suite, from its start until it is told to stop. */
public final class SuiteRun {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final RunOptions options;
    private final Steps steps;
    private final SuiteStart start;

    private SuiteRun(RunOptions options, Steps steps, SuiteStart start) {
        this.options = options;
        this.steps = steps;
        this.start = start;
    }

    /** Never returns: the JVM ends when the suite has been stopped, or could not be started. */
    public static void run(List<String> arguments, Path root, String classPath) {
        QuietLogging.set();
        Steps steps = new Steps(System.out);
        long began = System.nanoTime();
        RunOptions options = RunOptions.parse(arguments, System.getenv("TACT_PORT_BASE"));
        steps.say("Tact starts; its data and logs are in " + options.suiteFolder(root).path());
        new SuiteRun(options, steps, new SuiteStart(root, options, steps, classPath)).live(began);
        System.exit(0);
    }

    private void live(long began) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        Control control = new Control(start.parts(), steps);
        if (options.controlled()) {
            control.obeyInBackground(System.in);
        }
        try {
            start.run();
            steps.say("  All is up: " + Steps.seconds(System.nanoTime() - began));
            sayReady();
            if (options.controlled()) {
                control.awaitEnd();
            } else {
                new Watch(start.parts(), steps, PAUSE).run();
            }
        } catch (RuntimeException e) {
            if (!start.parts().isClosed()) {
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayReady() {
        if (options.infrastructure()) {
            steps.say(start.devEnvironment().usage());
            steps.say("READY infrastructure");
        } else {
            steps.say("READY " + start.url());
        }
    }

    private void stop() {
        steps.say("Tact stops");
        start.parts().close();
        start.clearAfterStop();
        steps.say("Stopped");
    }
}
