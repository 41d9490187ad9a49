package io.tact.localstack.importing;

import java.io.Console;
import java.io.PrintStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Where the user reads along. */
record Screen(PrintStream out, boolean terminal, InstantSource clock) {
    static Screen standard() {
        return new Screen(System.out, isTerminal(System.console()), InstantSource.system());
    }

    /** From Java 22 on there is a console without a terminal, too, and a method to ask it. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    Progress step(String step, String unit, long total) {
        return new Progress(out, terminal, clock, step, unit, total);
    }

    void say(String sentence) {
        out.println(sentence);
    }
}
