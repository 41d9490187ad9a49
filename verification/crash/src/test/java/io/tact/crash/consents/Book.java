package io.tact.crash.consents;

import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the clients know: what they said, and what was acknowledged as which version. */
final class Book {
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final Map<String, SortedMap<Long, Statement>> said = new ConcurrentHashMap<>();
    private final SortedMap<String, AtomicLong> unanswered = new ConcurrentSkipListMap<>();
    private final Queue<Resent> resent = new ConcurrentLinkedQueue<>();
    private final AtomicLong resentCount = new AtomicLong();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

    /** A statement that had to be sent more than once, and what came of it. */
    record Resent(Statement statement, Reply.Acknowledged answer) {}

    long begin() {
        return begun.incrementAndGet();
    }

    long begun() {
        return begun.get();
    }

    void acknowledge(Statement statement, Reply.Acknowledged answer, boolean again) {
        if (answer.versions().size() != statement.speaker().credentials().size()) {
            contradict(statement.key() + " was acknowledged as " + answer.versions());
        }
        for (Version version : answer.versions()) {
            Statement other = of(version.identity()).putIfAbsent(version.number(), statement);
            if (other != null) {
                contradict(version + " was given to " + other.key() + " and " + statement.key());
            }
        }
        acknowledged.incrementAndGet();
        if (again) {
            resentCount.incrementAndGet();
            resent.add(new Resent(statement, answer));
        }
    }

    void unanswered(String why) {
        unanswered.computeIfAbsent(why, any -> new AtomicLong()).incrementAndGet();
    }

    void contradict(String what) {
        contradictions.add(what);
    }

    /** Those since the last call. */
    Queue<Resent> takeResent() {
        var taken = new ConcurrentLinkedQueue<Resent>();
        for (Resent one = resent.poll(); one != null; one = resent.poll()) {
            taken.add(one);
        }
        return taken;
    }

    /** By identity and version. */
    Map<String, SortedMap<Long, Statement>> said() {
        return said;
    }

    /** Whether something was acknowledged that concerns the identities of this speaker. */
    boolean hasHeard(Speaker speaker) {
        return said.values().stream()
                .flatMap(statements -> statements.values().stream())
                .anyMatch(statement -> statement.speaker().provesAllOf(speaker));
    }

    /** Whether an acknowledged statement of this version was begun after so many others. */
    boolean isNewer(Version version, long ordinal) {
        Statement statement = of(version.identity()).get(version.number());
        return statement != null && statement.ordinal() > ordinal;
    }

    void demandNoContradiction() {
        if (!contradictions.isEmpty()) {
            throw new AssertionError(contradictions.size() + " contradictions: " + contradictions);
        }
    }

    String tally() {
        return "statements so far: %d acknowledged, without answer %s, resent %d"
                .formatted(acknowledged.get(), new TreeMap<>(unanswered), resentCount.get());
    }

    private SortedMap<Long, Statement> of(String identity) {
        return said.computeIfAbsent(identity, any -> new ConcurrentSkipListMap<>());
    }
}
