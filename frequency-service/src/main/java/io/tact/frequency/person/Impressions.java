package io.tact.frequency.person;

import io.tact.frequency.cap.Impression;
import io.tact.frequency.cap.Label;
import io.tact.frequency.rulebook.LabelNumbers;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the numbers in a log mean. */
public final class Impressions {
    private Impressions() {}

    /**
     * @param products the labels of the items that matter; others stay without
     */
    public static List<Impression> ofPerson(
            PackedLog log, LabelNumbers numbers, Map<Integer, Label> products) {
        return log.entries().stream()
                .map(
                        entry ->
                                new Impression(
                                        entry.id(),
                                        labels(entry.what(), numbers, products),
                                        entry.session(),
                                        log.pending().contains(entry.id()),
                                        false))
                .toList();
    }

    /**
     * @param mark of the session whose log this is
     */
    public static List<Impression> ofSession(
            PackedLog log, long mark, LabelNumbers numbers, Map<Integer, Label> products) {
        return log.entries().stream()
                .map(
                        entry ->
                                new Impression(
                                        entry.id(),
                                        labels(entry.what(), numbers, products),
                                        mark,
                                        log.pending().contains(entry.id()),
                                        true))
                .toList();
    }

    private static Set<Label> labels(
            long what, LabelNumbers numbers, Map<Integer, Label> products) {
        Set<Label> labels = numbers.labels(what);
        Label product = products.get(LabelNumbers.item(what));
        if (product != null) {
            labels.add(product);
        }
        return Set.copyOf(labels);
    }
}
