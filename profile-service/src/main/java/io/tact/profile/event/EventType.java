package io.tact.profile.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Segment's calls. */
public enum EventType {
    IDENTIFY,
    TRACK,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Segment's script names calls by their first letters. */
    public static Optional<EventType> ofLetter(String letter) {
        return Arrays.stream(values()).filter(type -> type.wire().startsWith(letter)).findFirst();
    }

    public static Optional<EventType> ofWire(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire().equals(wire)).findFirst();
    }
}
