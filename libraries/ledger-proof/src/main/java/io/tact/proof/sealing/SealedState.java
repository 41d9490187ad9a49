package io.tact.proof.sealing;

import io.tact.proof.entry.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What tells a state row that the service wrote from one that somebody else did: its columns in the
 * one form over which the seal is made.
 *
 * @param answers by purpose
 */
public record SealedState(
        String identityKey,
        UUID pseudonym,
        long version,
        Instant recordedAt,
        Map<String, Standing> answers) {

    public SealedState {
        answers = Map.copyOf(answers);
    }

    public byte[] seal(MasterKey master) {
        return master.seal(parts());
    }

    public boolean holds(byte[] seal, MasterKey master) {
        return master.sealed(seal, parts());
    }

    private String[] parts() {
        return new String[] {
            identityKey,
            pseudonym.toString(),
            Long.toString(version),
            recordedAt.toString(),
            answers.entrySet().stream()
                    .map(standing -> standing.getKey() + " " + standing.getValue())
                    .sorted()
                    .collect(Collectors.joining("\n"))
        };
    }
}
