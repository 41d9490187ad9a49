package io.tact.frequency.settlement;

import io.tact.frequency.cap.Label;

/** The outcome of settling a reservation. */
sealed interface Settled {
    /** It is as it was asked to be, now or since before. */
    record Done() implements Settled {}

    /** This label is not shown again. */
    record Ended(Label label) implements Settled {}

    /** Too late. */
    record Over() implements Settled {}

    /** This subject has no such reservation. */
    record Unknown() implements Settled {}

    /** What counts as shown cannot be given back. */
    record AlreadyConfirmed() implements Settled {}

    /** Only what was confirmed can have been seen. */
    record NotConfirmed() implements Settled {}
}
