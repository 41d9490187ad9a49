package io.tact.profile.question.answer;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.profile.publishing.ProfileRelay;
import io.tact.profile.question.QuestionStore;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets what those whom the request proves said to a question, whatever they allow now. It is
 * open again.
 */
@ApplicationScoped
class TakeBackAnswer {
    private final QuestionStore questions;
    private final SaidStore said;
    private final ProfileRelay relay;

    TakeBackAnswer(QuestionStore questions, SaidStore said, ProfileRelay relay) {
        this.questions = questions;
        this.said = said;
        this.relay = relay;
    }

    /**
     * @return whether that was ever asked
     */
    Uni<Boolean> takeBack(Caller caller, String name, String requestId) {
        return questions
                .find(name)
                .chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().item(false)
                                        : said.forget(caller.keys(), name, requestId)
                                                .invoke(relay::nudge)
                                                .replaceWith(true));
    }
}
