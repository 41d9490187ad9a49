package io.tact.frequency.rulebook;

import io.tact.frequency.cap.Label;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an impression remembers its labels in one number: the campaign's revision (19 bits, 44 to the
 * left), the placement (12 bits, 32 to the left) and the item (31 bits; 0 for none).
 *
 * @param revisions the labels of every campaign as it is or ever was, by number
 */
public record LabelNumbers(Map<Integer, Set<Label>> revisions, Map<String, Integer> placements) {
    private static final long ITEM = 0xFFFF_FFFFL;
    private static final long PLACEMENT = 0xFFFL << 32;
    private static final long REVISION = 0x7_FFFFL << 44;

    public LabelNumbers {
        revisions = Map.copyOf(revisions);
        placements = Map.copyOf(placements);
    }

    /** Entries with {@code (what & mask)} among the values carry the label. */
    public record Match(long mask, List<Long> values) {}

    /**
     * @param item its number, 0 for none
     */
    public long what(Candidate candidate, int item) {
        Set<Label> labels = candidate.campaign().revision();
        int revision =
                revisions.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(labels))
                        .mapToInt(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        return (long) revision << 44 | (long) placement(candidate.placement()) << 32 | item;
    }

    public static int item(long what) {
        return (int) (what & ITEM);
    }

    private static int revision(long what) {
        return (int) (what >> 44);
    }

    /**
     * @param item the number of the label's product, for a product's label
     */
    public Match match(Label label, int item) {
        if (label.equals(Label.GLOBAL)) {
            return new Match(0, List.of(0L));
        }
        if (label.value().startsWith("product:")) {
            return new Match(ITEM, List.of((long) item));
        }
        if (label.value().startsWith("placement:")) {
            String name = label.value().substring("placement:".length());
            return new Match(PLACEMENT, List.of((long) placement(name) << 32));
        }
        return new Match(
                REVISION,
                revisions.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(label))
                        .map(entry -> (long) entry.getKey() << 44)
                        .toList());
    }

    /** The greatest revision that is known here; an impression of a greater one is news. */
    public int newest() {
        return revisions.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    public boolean knows(long what) {
        return revisions.containsKey(revision(what));
    }

    /** The labels of an impression but for its product. */
    public Set<Label> labels(long what) {
        var labels = new HashSet<>(revisions.getOrDefault(revision(what), Set.of()));
        labels.add(Label.GLOBAL);
        int number = (int) ((what & PLACEMENT) >> 32);
        placements.entrySet().stream()
                .filter(entry -> entry.getValue() == number)
                .map(entry -> Label.placement(entry.getKey()))
                .forEach(labels::add);
        return labels;
    }

    private int placement(String name) {
        Integer number = placements.get(name);
        if (number == null) {
            throw new IllegalStateException("No number for the placement " + name);
        }
        return number;
    }
}
