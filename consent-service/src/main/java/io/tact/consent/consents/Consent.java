package io.tact.consent.consents;

import io.tact.consent.answer.Answers;
import io.tact.consent.client.ConsentSeq;
import java.util.List;

/**
 * What holds for a caller.
 *
 * @param answers of all its identities together
 * @param versions one for each of its identities that ever answered
 */
record Consent(Answers answers, List<ConsentSeq> versions) {

    static Consent of(List<ConsentState> states) {
        return new Consent(
                Answers.together(states.stream().map(ConsentState::answers).toList()),
                states.stream()
                        .filter(state -> state.version() > 0)
                        .map(state -> new ConsentSeq(state.key(), state.version()))
                        .toList());
    }
}
