package io.tact.profile.protection;

import io.tact.profile.protection.TaxonomyId.Taxonomy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What we hold of a node of a taxonomy; see {@code iab-labels.txt}. */
enum Label {
    SENSITIVE,
    DEBATED,
    HARMLESS;

    static Map<TaxonomyId, Label> of(List<TaxonomyNode> nodes) {
        Map<TaxonomyId, Label> labels = new HashMap<>();
        for (String line : TestLines.of("iab-labels.txt")) {
            String[] words = line.split(" ");
            for (int at = 2; at < words.length; at++) {
                label(
                        words[0],
                        Label.valueOf(words[1].toUpperCase(Locale.ROOT)),
                        words[at],
                        labels);
            }
        }
        // a parent stands before its children in the files
        for (TaxonomyNode node : nodes) {
            boolean inherits =
                    labels.get(new TaxonomyId(node.parent().taxonomy(), node.parent().node() + "+"))
                            != null;
            if (inherits) {
                labels.put(node.id(), SENSITIVE);
                labels.put(new TaxonomyId(node.id().taxonomy(), node.id().node() + "+"), SENSITIVE);
            }
        }
        return labels;
    }

    private static void label(
            String taxonomy, Label label, String node, Map<TaxonomyId, Label> labels) {
        Taxonomy which = Taxonomy.valueOf(taxonomy.toUpperCase(Locale.ROOT));
        String id = node.toLowerCase(Locale.ROOT);
        labels.put(new TaxonomyId(which, id.replace("+", "")), label);
        labels.put(new TaxonomyId(which, id), label);
    }
}
