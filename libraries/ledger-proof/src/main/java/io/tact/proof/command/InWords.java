package io.tact.proof.command;

import static java.util.stream.Collectors.joining;

import io.tact.proof.entry.Standing;
import io.tact.proof.evidence.EntryBody;
import io.tact.proof.evidence.Evidence;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import java.util.Map;

/** What verified evidence says, and what it does not say, for a person to read. */
record InWords(VerifierKey key, Checkpoint checkpoint) {

    String of(Evidence evidence) {
        return "PROVED, of "
                + (evidence.entries().size() == 1
                        ? "1 entry"
                        : evidence.entries().size() + " entries")
                + ":\n\n"
                + evidence.entries().stream().map(this::entry).collect(joining("\n"))
                + """

                NOT PROVED by this:
                - that nothing was said before, between or afterwards: other entries may stand in the ledger;
                - which person is behind an identity-key: only who holds the installation's secret can tell;
                - that the ledger shows everybody the same tree: compare its checkpoint with one that somebody else has saved.
                """;
    }

    private String entry(Evidence.Entry entry) {
        EntryBody body = NotProved.require(EntryBody.parse(entry.body()));
        return """
        Entry %d
          who:     %s (their statement %d)
          said:    %s
          when:    recorded at %s by the ledger's clock%s
          notice:  %s
          after:   %s
          stands:  at index %d of the ledger %s of size %d,
                   root %s,
                   signed by %s
          text:    %s
        """
                .formatted(
                        entry.index(),
                        body.identityKey(),
                        body.version(),
                        said(body),
                        body.recordedAt(),
                        body.givenAt().map(at -> ", given at " + at + " by their own").orElse(""),
                        body.notice()
                                .map(
                                        notice ->
                                                "%s, version %s, in %s"
                                                        .formatted(
                                                                notice.id(),
                                                                notice.version(),
                                                                notice.language()))
                                .orElse("none was named"),
                        body.after().isEmpty()
                                ? "nothing was answered"
                                : body.after().entrySet().stream()
                                        .map(InWords::standing)
                                        .collect(joining(", ")),
                        entry.index(),
                        checkpoint.origin(),
                        checkpoint.head().size(),
                        checkpoint.head().root(),
                        key,
                        entry.body());
    }

    private static String said(EntryBody body) {
        String words =
                body.said().entrySet().stream()
                        .map(answer -> (answer.getValue() ? "yes to " : "no to ") + answer.getKey())
                        .collect(joining(", "));
        String signal = "the browser's privacy signal (Sec-GPC: 1)";
        if (!body.privacySignal()) {
            return words.isEmpty() ? "nothing" : words;
        }
        return words.isEmpty() ? signal : words + ", under " + signal;
    }

    private static String standing(Map.Entry<String, Standing> standing) {
        return "%s %s since %s"
                .formatted(
                        standing.getKey(), standing.getValue().answer(), standing.getValue().at());
    }
}
