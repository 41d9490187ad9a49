package io.tact.consent.answer;

import java.time.Instant;

/** Why something that was said is not recorded. */
public sealed interface Unrecordable {
    /** No text of this installation asks for it, so nobody can have answered it. */
    record UnknownPurpose(String name) implements Unrecordable {}

    /** The shop cannot be had without it. */
    record NecessaryRefused() implements Unrecordable {}

    /** No optional purpose is answered, and nothing said of direct marketing. */
    record NothingSaid() implements Unrecordable {}

    /** The client's clock is so wrong that nothing can be ordered by it. */
    record ImplausibleTime(Instant earliest, Instant latest) implements Unrecordable {}
}
