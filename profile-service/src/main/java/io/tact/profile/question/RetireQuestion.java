package io.tact.profile.question;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks a question no more. Answers stay until they end, and can still be taken back. */
@ApplicationScoped
class RetireQuestion {
    private final QuestionStore store;

    RetireQuestion(QuestionStore store) {
        this.store = store;
    }

    /**
     * @return whether there is one of this name
     */
    Uni<Boolean> retire(String name, String by) {
        return store.find(name)
                .chain(
                        found ->
                                found.filter(question -> !question.retired())
                                        .map(asked -> store.add(asked.question(), by, true))
                                        .map(added -> added.replaceWith(true))
                                        .orElseGet(() -> Uni.createFrom().item(found.isPresent())));
    }
}
