package io.tact.profile.question.answer;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.profile.limit.CurrentLimits;
import io.tact.profile.question.Protection;
import io.tact.profile.question.Question;
import io.tact.profile.question.QuestionStore;
import io.tact.profile.question.answer.AnswerOutcome.Invalid;
import io.tact.profile.question.answer.AnswerOutcome.Kept;
import io.tact.profile.question.answer.AnswerOutcome.NotAsked;
import io.tact.profile.question.answer.AnswerOutcome.NotKept;
import io.tact.profile.question.answer.AnswerOutcome.Protected;
import io.tact.profile.question.answer.Said.AboutMe;
import io.tact.profile.question.answer.Said.AboutSomebodyElse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Takes what somebody says to a question, for the question's own purpose and no other. Without that
 * purpose nothing is kept, not even that it was skipped: nobody is asked then.
 */
@ApplicationScoped
class AnswerQuestion {
    private final QuestionStore questions;
    private final Protection protection;
    private final CurrentLimits limits;
    private final KeepAnswer keep;
    private final InstantSource clock = InstantSource.system();

    AnswerQuestion(
            QuestionStore questions, Protection protection, CurrentLimits limits, KeepAnswer keep) {
        this.questions = questions;
        this.protection = protection;
        this.limits = limits;
        this.keep = keep;
    }

    Uni<AnswerOutcome> answer(Caller caller, String name, Said said, String requestId) {
        return questions
                .find(name)
                .chain(
                        found ->
                                found.filter(question -> !question.retired())
                                        .map(
                                                asked ->
                                                        answer(
                                                                caller,
                                                                asked.question(),
                                                                said,
                                                                requestId))
                                        .orElseGet(() -> ended(new NotAsked())));
    }

    private Uni<AnswerOutcome> answer(
            Caller caller, Question question, Said said, String requestId) {
        return fault(question, said)
                .map(AnswerQuestion::ended)
                .orElseGet(
                        () ->
                                limits.permissions(caller)
                                        .chain(
                                                permissions ->
                                                        permissions
                                                                .refusal(question.purpose())
                                                                .map(no -> ended(new NotKept(no)))
                                                                .orElseGet(
                                                                        () ->
                                                                                keep(
                                                                                        caller,
                                                                                        question,
                                                                                        said,
                                                                                        requestId))));
    }

    private Uni<AnswerOutcome> keep(Caller caller, Question question, Said said, String requestId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return keep.keep(caller, question, said, now, requestId).map(Kept::new);
    }

    private Optional<AnswerOutcome> fault(Question question, Said said) {
        if (said instanceof AboutMe me) {
            return fault(question, me.value());
        }
        return said instanceof AboutSomebodyElse other
                ? fault(question, other.value())
                : Optional.empty();
    }

    /** Free words may say what nobody asked for. */
    private Optional<AnswerOutcome> fault(Question question, SaidValue value) {
        if (!value.fits(question.answer())) {
            return Optional.of(new Invalid());
        }
        boolean needsAnotherPurpose =
                protection
                        .demanded(question, value.json())
                        .filter(purpose -> !purpose.equals(question.purpose()))
                        .isPresent();
        return needsAnotherPurpose ? Optional.of(new Protected()) : Optional.empty();
    }

    private static Uni<AnswerOutcome> ended(AnswerOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
