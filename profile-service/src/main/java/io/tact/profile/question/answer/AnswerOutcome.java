package io.tact.profile.question.answer;

import io.tact.consent.client.Refusal;
import java.time.Instant;

/** What became of an answer. */
sealed interface AnswerOutcome {
    /**
     * @param until when it ends; of a skip, when the question is open again
     */
    record Kept(Instant until) implements AnswerOutcome {}

    record NotKept(Refusal refusal) implements AnswerOutcome {}

    /** Nobody asks that, or not any more. */
    record NotAsked() implements AnswerOutcome {}

    /** It is none of the answers that the question takes. */
    record Invalid() implements AnswerOutcome {}

    /** Its words are about something protected, for which the question does not ask. */
    record Protected() implements AnswerOutcome {}
}
