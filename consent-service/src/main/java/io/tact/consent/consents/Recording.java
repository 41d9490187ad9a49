package io.tact.consent.consents;

/** How recording a statement ended. */
public sealed interface Recording {
    /** It is kept; for a repeated request this is its first answer. */
    record Recorded(Consent consent) implements Recording {}

    /** The same name was used for another request. */
    record KeyReused() implements Recording {}

    /** The row of one of the identities was tampered with; somebody has to look at it. */
    record Damaged() implements Recording {}
}
