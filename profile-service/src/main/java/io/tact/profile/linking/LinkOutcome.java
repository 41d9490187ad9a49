package io.tact.profile.linking;

import io.tact.consent.client.Refusal;

/** Whether a browser's visits now belong to an account. */
public sealed interface LinkOutcome {
    record Linked() implements LinkOutcome {}

    /** Both are proven, and kept as proven, but not both allow it. */
    record NotAllowed(Refusal refusal) implements LinkOutcome {}

    /** Somebody else has used this browser with their account: it identifies nobody. */
    record SharedDevice() implements LinkOutcome {}

    /** The account has a newer browser, and the two may not be joined across devices. */
    record OtherDevice() implements LinkOutcome {}
}
