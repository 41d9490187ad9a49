package io.tact.profile.segment;

import io.tact.profile.event.TrackedEvent;
import org.jspecify.annotations.Nullable;

/** What became of reading a message. */
public sealed interface Reading {
    record Understood(TrackedEvent event) implements Reading {}

    /**
     * @param field the path of the one that is the reason, where there is one
     */
    record NotUnderstood(Reason reason, @Nullable String field) implements Reading {}
}
