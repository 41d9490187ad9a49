package io.tact.consent.consents;

import io.tact.consent.answer.Answers;
import io.tact.consent.answer.Validity;
import io.tact.consent.client.ConsentSeq;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What holds for a caller.
 *
 * @param answers of all its identities together
 * @param versions one for each of its identities that ever answered
 */
public record Consent(Answers answers, List<ConsentSeq> versions) {

    static Consent of(List<ConsentState> states) {
        return new Consent(
                Answers.together(states.stream().map(ConsentState::answers).toList()),
                states.stream()
                        .filter(state -> state.version() > 0)
                        .map(state -> new ConsentSeq(state.key(), state.version()))
                        .toList());
    }

    /** Without what is over, whether its end was recorded yet or not. */
    Consent counting(Validity validity, Instant now) {
        return new Consent(validity.counting(answers, now), versions);
    }

    /** As the header {@code Consent-Seq} shows the versions; empty for whoever never answered. */
    public Optional<String> shown() {
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        versions.stream().map(ConsentSeq::header).collect(Collectors.joining(",")));
    }
}
