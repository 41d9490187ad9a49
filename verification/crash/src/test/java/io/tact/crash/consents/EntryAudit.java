package io.tact.crash.consents;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What the database holds, against what the clients know. */
final class EntryAudit {
    private EntryAudit() {}

    /**
     * Requires that nothing is under way: each entry was acknowledged, each acknowledged is there.
     */
    static void demandSame(
            Map<String, SortedMap<Long, Statement>> said, Map<String, SortedSet<Long>> kept) {
        var identities = new TreeSet<>(said.keySet());
        identities.addAll(kept.keySet());
        for (String identity : identities) {
            demandSame(
                    identity,
                    new TreeSet<>(said.getOrDefault(identity, new TreeMap<>()).keySet()),
                    kept.getOrDefault(identity, new TreeSet<>()));
        }
    }

    private static void demandSame(
            String identity, SortedSet<Long> acknowledged, SortedSet<Long> kept) {
        demandNone("Lost: acknowledged, but not in the database:", identity, acknowledged, kept);
        demandNone(
                "Doubled: in the database, but no statement was acknowledged as it:",
                identity,
                kept,
                acknowledged);
        SortedSet<Long> all =
                LongStream.rangeClosed(1, kept.size())
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new));
        demandNone("Left out:", identity, all, kept);
    }

    private static void demandNone(
            String fault, String identity, SortedSet<Long> these, SortedSet<Long> without) {
        var rest = new TreeSet<>(these);
        rest.removeAll(without);
        if (!rest.isEmpty()) {
            throw new AssertionError(
                    fault + " " + new Version(identity, rest.first()) + " of " + rest);
        }
    }
}
