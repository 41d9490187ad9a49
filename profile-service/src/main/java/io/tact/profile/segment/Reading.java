package io.tact.profile.segment;

import io.tact.profile.event.TrackedEvent;

/** What became of reading a message. */
public sealed interface Reading {
    record Understood(TrackedEvent event) implements Reading {}

    record NotUnderstood(Reason reason) implements Reading {}
}
