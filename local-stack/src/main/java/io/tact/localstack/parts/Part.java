package io.tact.localstack.parts;

import io.tact.localstack.machine.ChildProcess;

/** One process of the suite: how it is started, known to be up, and stopped. */
public interface Part {
    /** As in suite.json and in the name of its log. */
    String name();

    /** Returns when the process exists. */
    ChildProcess launch();

    /** Whether it does its work. */
    boolean isUp(ChildProcess process);

    /** The process that stands for the part now. */
    default ChildProcess current(ChildProcess process) {
        return process;
    }

    void stop(ChildProcess process);

    /** What a newcomer may like to know while it starts. */
    default String prospect() {
        return "";
    }

    /** What a newcomer may like to know once it is up. */
    default String remark() {
        return "";
    }
}
