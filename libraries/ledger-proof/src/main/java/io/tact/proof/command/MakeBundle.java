package io.tact.proof.command;

import static io.tact.proof.command.NotProved.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.evidence.Evidence;
import io.tact.proof.evidence.EvidenceJson;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import io.tact.proof.tile.TrustedTiles;
import io.tact.proof.tree.InclusionProof;
import io.tact.proof.tree.Node;
import io.tact.proof.tree.TreeHead;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Completes a service's proof with what everybody can read of the ledger. */
final class MakeBundle {
    private MakeBundle() {}

    static int run(Arguments arguments, PrintStream out) throws IOException {
        arguments.require(1, Set.of("ledger", "key"));
        VerifierKey key = arguments.key();
        String origin = key.id().name();
        var ledger = new PublicLedger(arguments.get("ledger"));
        EvidenceJson proof = require(EvidenceJson.parse(arguments.file()));
        List<Evidence.Entry> opened = require(proof.opened());

        String note = ledger.checkpoint();
        TreeHead head = require(Checkpoint.open(note.getBytes(UTF_8), origin, List.of(key))).head();
        for (Evidence.Entry entry : opened) {
            if (entry.index() < 0 || entry.index() >= head.size()) {
                throw new NotProved(entry + " is not under the checkpoint of " + head.size());
            }
        }
        TrustedTiles tiles = require(TrustedTiles.read(head, nodes(opened, head), ledger));
        var evidence =
                new Evidence(note, opened.stream().map(entry -> prove(entry, tiles)).toList());
        require(evidence.verify(key, origin));
        out.println(proof.with(evidence));
        return 0;
    }

    private static List<Node> nodes(List<Evidence.Entry> entries, TreeHead head) {
        return entries.stream()
                .flatMap(entry -> InclusionProof.nodes(entry.index(), head.size()).stream())
                .toList();
    }

    private static Evidence.Entry prove(Evidence.Entry entry, TrustedTiles tiles) {
        return new Evidence.Entry(
                entry.index(),
                entry.body(),
                entry.nonce(),
                InclusionProof.of(entry.index(), tiles.head().size(), tiles).path());
    }
}
