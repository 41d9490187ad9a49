package io.tact.localstack.machine;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Kafka tells its whole life at INFO. Warnings are what a reader of our logs looks for. */
public final class QuietLogging {
    private static final Logger ROOT = Logger.getLogger("");

    private QuietLogging() {}

    public static void set() {
        System.setProperty(
                "java.util.logging.SimpleFormatter.format",
                "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        ROOT.setLevel(Level.WARNING);
        for (Handler handler : ROOT.getHandlers()) {
            handler.setLevel(Level.WARNING);
        }
    }
}
