package io.tact.localstack.parts;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Says what is being done, and how long it took. */
public final class Steps {
    private final PrintStream out;

    public Steps(PrintStream out) {
        this.out = out;
    }

    public void run(String what, Supplier<String> action) {
        run(what, "", action);
    }

    /** The action's answer is a remark on how it went. */
    public void run(String what, String prospect, Supplier<String> action) {
        long start = System.nanoTime();
        say("  " + what + " ..." + (prospect.isEmpty() ? "" : " " + prospect));
        String remark = action.get();
        say(
                "  "
                        + what
                        + ": "
                        + seconds(System.nanoTime() - start)
                        + (remark.isEmpty() ? "" : ", " + remark));
    }

    public void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    public static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", Duration.ofNanos(nanos).toMillis() / 1000.0);
    }
}
