package io.tact.frequency.cap;

/** Who gets the slot, or why nobody does. */
public sealed interface Choice {
    /**
     * @param index of the contender
     */
    record Chosen(int index) implements Choice {}

    record Nobody(Refusal refusal) implements Choice {}
}
