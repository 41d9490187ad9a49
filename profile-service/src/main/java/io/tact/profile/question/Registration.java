package io.tact.profile.question;

import io.tact.consent.client.Purpose;

/** What became of a question that somebody wants to ask. */
sealed interface Registration {
    record Registered(RegisteredQuestion question) implements Registration {}

    /** Its benefit depends on another consent than the one that the answer itself needs. */
    record BenefitTied() implements Registration {}

    /** It is about something protected, and may be asked for this purpose only. */
    record OnlyFor(Purpose demanded) implements Registration {}

    /** There is no such protected category. */
    record CategoryUnknown() implements Registration {}
}
