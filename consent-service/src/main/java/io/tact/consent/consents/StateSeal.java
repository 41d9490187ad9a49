package io.tact.consent.consents;

import static java.util.stream.Collectors.toMap;

import io.tact.proof.entry.Standing;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.SealedState;
import java.util.UUID;

/** What tells a state row that this service wrote from one that somebody else did. */
record StateSeal(MasterKey master) {

    byte[] of(ConsentState state, UUID pseudonym) {
        return sealed(state, pseudonym).seal(master);
    }

    boolean holds(byte[] seal, ConsentState state, UUID pseudonym) {
        return sealed(state, pseudonym).holds(seal, master);
    }

    private static SealedState sealed(ConsentState state, UUID pseudonym) {
        return new SealedState(
                state.key().value(),
                pseudonym,
                state.version(),
                state.recordedAt(),
                state.answers().byPurpose().entrySet().stream()
                        .collect(
                                toMap(
                                        standing -> standing.getKey().name(),
                                        standing ->
                                                new Standing(
                                                        standing.getValue().answer().word(),
                                                        standing.getValue().at()))));
    }
}
