package io.tact.profile.correcting;

/** What became of a correction. */
enum Correction {
    CORRECTED,
    /** Nobody holds a value of this name, so there is nothing to correct. */
    UNKNOWN,
    /** It is of a protected category, for which nothing of this name was told before. */
    PROTECTED
}
