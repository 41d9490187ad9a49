package io.tact.profile.segment;

import io.tact.profile.event.TrackedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of reading a message. */
public sealed interface Reading {
    /**
     * @param leftOut paths of what was not taken with it, being of a protected category
     */
    record Understood(TrackedEvent event, List<String> leftOut) implements Reading {}

    /**
     * @param field the path of the one that is the reason, where there is one
     */
    record NotUnderstood(Reason reason, @Nullable String field) implements Reading {}
}
