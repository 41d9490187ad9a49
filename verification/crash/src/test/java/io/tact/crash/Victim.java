package io.tact.crash;

import io.tact.localstack.Suite;

/**
 * A part that may be killed at any moment.
 *
 * @param name as in suite.json
 */
public record Victim(Suite suite, String name) {
    /** kill -9, with all of its processes. */
    public void kill() {
        suite.kill(name);
    }

    /** On the same data and port; returns when it is ready. */
    public void restart() {
        suite.restart(name);
    }

    /** For one that is not expected to become ready. */
    public void launch() {
        suite.launch(name);
    }
}
