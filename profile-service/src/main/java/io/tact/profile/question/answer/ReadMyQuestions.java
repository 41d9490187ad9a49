package io.tact.profile.question.answer;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.profile.limit.CurrentLimits;
import io.tact.profile.question.QuestionStore;
import io.tact.profile.view.FindTraits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Which questions may be asked of the caller now, and what they answered. Shown are the answers of
 * those whom the request proves; what a linked identity has answered is only not asked again.
 */
@ApplicationScoped
class ReadMyQuestions {
    private final QuestionStore questions;
    private final CurrentLimits limits;
    private final FindTraits traits;
    private final SaidStore said;
    private final InstantSource clock = InstantSource.system();

    ReadMyQuestions(
            QuestionStore questions, CurrentLimits limits, FindTraits traits, SaidStore said) {
        this.questions = questions;
        this.limits = limits;
        this.traits = traits;
        this.said = said;
    }

    /**
     * @param only the questions of this purpose; empty: all
     */
    Uni<MyQuestions> read(Caller caller, Optional<Purpose> only) {
        return limits.permissions(caller).chain(served -> read(caller, served, only));
    }

    private Uni<MyQuestions> read(Caller caller, Permissions served, Optional<Purpose> only) {
        Instant now = clock.instant();
        return Uni.combine()
                .all()
                .unis(
                        questions.all(),
                        traits.of(caller, now),
                        said.asides(caller.keys(), now),
                        said.skipped(caller.keys(), now))
                .with(
                        (all, known, asides, skipped) -> {
                            var sorting =
                                    new SortQuestions(
                                            caller.keys(),
                                            served,
                                            known,
                                            (told, purpose) -> traits.usable(told, served, purpose),
                                            asides,
                                            skipped);
                            all.stream()
                                    .filter(
                                            registered ->
                                                    only.stream()
                                                            .allMatch(
                                                                    registered.question().purpose()
                                                                            ::equals))
                                    .forEach(sorting::sort);
                            return sorting.sorted();
                        });
    }
}
