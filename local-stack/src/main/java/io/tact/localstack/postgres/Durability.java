package io.tact.localstack.postgres;

import java.util.List;

/**
 * Whether a commit is on disk before it is acknowledged. Only tests that do not pull the plug may
 * do without.
 */
public enum Durability {
    DURABLE(List.of("-c", "fsync=on", "-c", "synchronous_commit=on")),
    FAST(List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"));

    private final List<String> options;

    Durability(List<String> options) {
        this.options = options;
    }

    List<String> options() {
        return options;
    }
}
