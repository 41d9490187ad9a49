package io.tact.proof.command;

import static io.tact.proof.command.NotProved.require;

import io.tact.proof.evidence.Evidence;
import io.tact.proof.evidence.EvidenceJson;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;

/** Says what a bundle proves; it needs nothing but the bundle and the key. */
final class VerifyBundle {
    private VerifyBundle() {}

    static int run(Arguments arguments, PrintStream out) throws IOException {
        arguments.require(1, Set.of("key"));
        VerifierKey key = arguments.key();
        Evidence evidence =
                require(EvidenceJson.parse(arguments.file()).then(EvidenceJson::evidence));
        Checkpoint checkpoint = require(evidence.verify(key, key.id().name()));
        out.print(new InWords(key, checkpoint).of(evidence));
        return 0;
    }
}
