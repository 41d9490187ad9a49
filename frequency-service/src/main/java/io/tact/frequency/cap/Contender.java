package io.tact.frequency.cap;

import java.util.List;
import java.util.Set;

/** One that would like the slot, and all caps that must allow it. */
public record Contender(Set<Label> labels, List<Cap> caps) {
    public Contender {
        labels = Set.copyOf(labels);
        caps = List.copyOf(caps);
    }
}
