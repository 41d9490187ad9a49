package io.tact.crash;

/** What one service promises to keep, put to it as load, and looked for afterwards. */
public interface Workload extends AutoCloseable {
    /** Names the log of the run. */
    String name();

    /**
     * Sends from now on, through every outage; what got no answer is sent again until it has one.
     */
    void resume();

    /** Returns when something that was begun after this call has come out at the far end. */
    void awaitProgress();

    /** Returns when all that was begun is acknowledged, and nothing more is sent. */
    void pause();

    /**
     * Looks at everything so far, while nothing is sent and everything runs.
     *
     * @return what was looked at, in a line
     * @throws AssertionError naming what was lost, doubled or contradicted
     */
    String check();

    /** As {@link #check}, at the very end: may take longer. */
    String checkAll();

    @Override
    void close();
}
