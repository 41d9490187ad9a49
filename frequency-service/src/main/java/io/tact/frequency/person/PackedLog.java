package io.tact.frequency.person;

import io.tact.frequency.cap.Impression;
import io.tact.frequency.cap.ImpressionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The impressions of one row as they stand there, see {@code person_log}.
 *
 * @param pending ids that wait for their confirmation
 * @param gone ids that were lately released, revoked or expired
 */
public record PackedLog(List<Entry> entries, Set<Long> pending, Set<Long> gone) {
    public static final PackedLog EMPTY = new PackedLog(List.of(), Set.of(), Set.of());

    private static final int MOST_GONE = 64;
    private static final long GONE_FOR = 24 * 60 * 60_000L;

    /**
     * @param what the labels, packed
     * @param session mark of the session, 0 for none
     */
    public record Entry(long id, long what, long session) {}

    public PackedLog {
        entries = List.copyOf(entries);
        pending = Set.copyOf(pending);
        gone = Set.copyOf(gone);
    }

    public Optional<Entry> find(long id) {
        return entries.stream().filter(entry -> entry.id == id).findFirst();
    }

    /** One reservation more; those that expired give up their place. */
    public PackedLog with(Entry entry, long now) {
        PackedLog kept = without(id -> isExpired(id, now), now);
        var more = new ArrayList<>(kept.entries);
        more.add(entry);
        var waiting = new HashSet<>(kept.pending);
        waiting.add(entry.id);
        return new PackedLog(more, waiting, kept.gone);
    }

    public PackedLog confirmed(long id) {
        var waiting = new HashSet<>(pending);
        waiting.remove(id);
        return new PackedLog(entries, waiting, gone);
    }

    /** Without these pending ones: they are gone. */
    public PackedLog without(Predicate<Long> dropped, long now) {
        var leaving = new HashSet<>(pending);
        leaving.removeIf(dropped.negate());
        var waiting = new HashSet<>(pending);
        waiting.removeAll(leaving);
        var left = new HashSet<>(gone);
        left.addAll(leaving);
        return new PackedLog(
                entries.stream().filter(entry -> !leaving.contains(entry.id)).toList(),
                waiting,
                recent(left, now));
    }

    public boolean isExpired(long id, long now) {
        return pending.contains(id) && now >= ImpressionId.millis(id) + Impression.EXPIRY;
    }

    /**
     * What both know, each impression once. What is confirmed in one is confirmed, what is gone in
     * one is gone; so the order and number of unions does not matter.
     */
    public PackedLog union(PackedLog other, long now) {
        var all = new TreeMap<Long, Entry>();
        entries.forEach(entry -> all.put(entry.id, entry));
        other.entries.forEach(entry -> all.putIfAbsent(entry.id, entry));
        var confirmed = new HashSet<>(confirmed());
        confirmed.addAll(other.confirmed());
        var left = new HashSet<>(gone);
        left.addAll(other.gone);
        left.removeAll(confirmed);
        all.keySet().removeAll(left);
        var waiting = new HashSet<>(all.keySet());
        waiting.removeAll(confirmed);
        return new PackedLog(List.copyOf(all.values()), waiting, recent(left, now));
    }

    private Set<Long> confirmed() {
        var ids = new HashSet<Long>();
        entries.forEach(entry -> ids.add(entry.id));
        ids.removeAll(pending);
        return ids;
    }

    private static Set<Long> recent(Set<Long> ids, long now) {
        return Set.copyOf(
                ids.stream()
                        .filter(id -> ImpressionId.millis(id) > now - GONE_FOR)
                        .sorted(Comparator.reverseOrder())
                        .limit(MOST_GONE)
                        .toList());
    }
}
