package io.tact.proof;

import java.lang.management.ManagementFactory;

/** Measures what a test works, whatever else the machine is busy with. */
public final class Effort {
    private Effort() {}

    /** The milliseconds of processor time that this thread spends on it. */
    public static long millis(String what, Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        work.run();
        long millis = (threads.getCurrentThreadCpuTime() - began) / 1_000_000;
        System.out.println(what + ": " + millis + " ms");
        return millis;
    }
}
