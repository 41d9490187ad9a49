package io.tact.consent.receipt;

import io.tact.consent.notice.NoticeText;
import io.tact.consent.proof.Proof;
import io.tact.consent.proof.Proof.Proven;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How issuing a receipt ended. */
sealed interface Issue {
    /**
     * @param parts one for each identity that answered
     */
    record Receipt(List<Part> parts, Proven proof) implements Issue {}

    /** There is nothing to be written down. */
    record Unanswered() implements Issue {}

    /** Without evidence there is no receipt. */
    record Unproven(Proof why) implements Issue {}

    /**
     * @param id the same whenever the same answer is written down
     * @param shown the text, where it is kept
     * @param asked what is asked now, for a purpose that has a notice of its own
     */
    record Part(UUID id, SaidEntry entry, Optional<NoticeText> shown, Optional<NoticeText> asked) {}
}
