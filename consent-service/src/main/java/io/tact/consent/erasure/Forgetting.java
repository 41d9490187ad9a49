package io.tact.consent.erasure;

/** How erasing ended. */
sealed interface Forgetting {
    /** It is done: nothing of it can be opened any more. */
    record Forgotten(Erasure erasure) implements Forgetting {}

    /** Entries still wait for their index, and a leaf has to name them; nothing was done. */
    record NotInOrderYet() implements Forgetting {}
}
