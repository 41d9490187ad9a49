package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import java.time.Instant;

/** Why something that was said is not recorded. */
public sealed interface Unrecordable {
    /** No text of this installation asks for it, so nobody can have answered it. */
    record UnknownPurpose(String name) implements Unrecordable {}

    /** The shop cannot be had without it. */
    record NecessaryRefused() implements Unrecordable {}

    /** No optional purpose is answered, and nothing said of direct marketing. */
    record NothingSaid() implements Unrecordable {}

    /** Versions of this notice are kept, and not one of this name or in this language. */
    record NoticeUnknown() implements Unrecordable {}

    /** The notice that was shown does not ask for it. */
    record NotAsked(Purpose purpose) implements Unrecordable {}

    /** A protected category is allowed only by whoever read its own text, which is not named. */
    record NotShown(Purpose purpose) implements Unrecordable {}

    /** A protected category is allowed by a yes of its own. */
    record NotAlone(Purpose purpose) implements Unrecordable {}

    /** It asks for more than the version before, which is being told everywhere. */
    record NoticeNotInForce(Instant from) implements Unrecordable {}

    /** A later one asks for more; who agrees to the earlier does not know. */
    record NoticeSuperseded(String id, String version) implements Unrecordable {}

    /** The client's clock is so wrong that nothing can be ordered by it. */
    record ImplausibleTime(Instant earliest, Instant latest) implements Unrecordable {}
}
