package io.tact.consent.notice.plain;

import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.Language;

/**
 * What is not said plainly.
 *
 * @param sentence that failed, as it stands in the text
 * @param detail what of it, for its author
 */
public record Fault(Rule rule, Language language, Purpose purpose, String sentence, String detail) {
    /** In the order in which they are looked at. */
    public enum Rule {
        TEXT_TOO_LONG,
        SENTENCE_TOO_LONG,
        HARD_TO_READ,
        TWO_PURPOSES,
        PROTECTED_CATEGORY,
        SOURCE_NOT_NAMED,
        SOURCE_NOT_DECLARED;

        /** As in APIs. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
