package io.tact.consent.consents;

import io.tact.consent.answer.Answers;
import io.tact.proof.sealing.MasterKey;
import java.util.UUID;
import java.util.stream.Collectors;

/** What tells a state row that this service wrote from one that somebody else did. */
record StateSeal(MasterKey master) {

    byte[] of(ConsentState state, UUID pseudonym) {
        return master.seal(parts(state, pseudonym));
    }

    boolean holds(byte[] seal, ConsentState state, UUID pseudonym) {
        return master.sealed(seal, parts(state, pseudonym));
    }

    private static String[] parts(ConsentState state, UUID pseudonym) {
        return new String[] {
            state.key().value(),
            pseudonym.toString(),
            Long.toString(state.version()),
            state.recordedAt().toString(),
            text(state.answers())
        };
    }

    private static String text(Answers answers) {
        return answers.byPurpose().entrySet().stream()
                .map(
                        standing ->
                                standing.getKey().name()
                                        + " "
                                        + standing.getValue().answer().word()
                                        + " "
                                        + standing.getValue().at())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
